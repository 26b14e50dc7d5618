import type { ReadSet } from '../model/build-clusters.ts';
import type { PodTemplate } from '../model/pod.ts';
import type { Resource } from '../model/resource.ts';
import { removeKey } from '../rule/removals.ts';
import type { Fix } from '../rule/finding.ts';
import type { Cursor } from '../yaml/cursor.ts';
import { valueOf } from '../yaml/field.ts';
import { PartPlace, type Place } from '../yaml/place.ts';
import type { SourceFile, YamlDocument } from '../yaml/source-file.ts';
import { readDirectives, readWording, type Wording } from './read-directives.ts';

export const IGNORE_ANNOTATION = 'svclint.dev/ignore';

/** A comment or annotation that hides findings. */
export interface Suppression extends Wording {
  readonly by: 'comment' | 'annotation';
  /** How it is written: `svclint-disable-line`, `svclint.dev/ignore`. */
  readonly name: string;
  readonly at: Place;
  readonly misplaced: string | undefined;
  readonly removal: Fix | undefined;
}

/** What a finding is told by, for suppressions. */
export interface Covered {
  readonly at: Place;
  readonly resource: Resource | undefined;
}

function add<K>(index: Map<K, Suppression[]>, key: K, suppression: Suppression): void {
  const known = index.get(key);
  if (known) known.push(suppression);
  else index.set(key, [suppression]);
}

function within({ document, node }: Place, outer: Place): boolean {
  if (document !== outer.document || !document.tree || node === undefined || outer.node === undefined) return false;
  return node >= outer.node && node < document.tree.next(outer.node);
}

/** All suppressions of a run, found by what they cover. */
export class Suppressions {
  readonly all: Suppression[] = [];
  /** By path: of a template, the chart and the run each read the file. */
  readonly #lines = new Map<string, Map<number, Suppression[]>>();
  readonly #documents = new Map<YamlDocument, Suppression[]>();
  readonly #files = new Map<string, Suppression[]>();
  readonly #resources = new Map<Resource, Suppression[]>();
  readonly #annotations = new Map<SourceFile, Map<number, Suppression>>();
  readonly #templates = new Map<Resource, { readonly body: Place; readonly suppression: Suppression }[]>();

  constructor(set: ReadSet) {
    const beside = new Set([...set.renderings, ...set.applied].flatMap(({ sources }) => sources));
    for (const file of set.files) {
      beside.delete(file);
      this.all.push(...this.#takeComments(file));
    }
    // Comments in a base that was not asked for hide what is found there, and are not judged themselves.
    for (const file of beside) this.#takeComments(file);
    const carries = carriers();
    const resources = new Set(set.clusters.flatMap(cluster => cluster.resources.filter(({ document }) => carries(document.file))));
    for (const resource of resources) this.#takeAnnotation(resource);
    const templates = new Map(
      set.clusters.flatMap(cluster => cluster.podTemplates.filter(pod => resources.has(pod.workload)).map(pod => [pod.workload, pod] as const)),
    );
    for (const pod of templates.values()) this.#takeTemplate(pod);
  }

  /** Suppressions that cover a finding, the nearest first. */
  *covering({ at, resource }: Covered): Iterable<Suppression> {
    const byLine = this.#lines.get(at.file.path);
    if (byLine) yield* byLine.get(at.file.lines.position(at.span.start).line) ?? [];
    if (resource) {
      for (const { body, suppression } of this.#templates.get(resource) ?? []) if (within(at, body)) yield suppression;
      yield* this.#resources.get(resource) ?? [];
    }
    yield* this.#documents.get(at.origin?.at.document ?? at.document) ?? [];
    yield* this.#files.get(at.file.path) ?? [];
  }

  #takeComments(file: SourceFile): readonly Suppression[] {
    const taken: Suppression[] = [];
    for (const { reach, ...directive } of readDirectives(file)) {
      const suppression: Suppression = { by: 'comment', ...directive };
      taken.push(suppression);
      if (reach.kind === 'file') add(this.#files, file.path, suppression);
      if (reach.kind === 'document') add(this.#documents, directive.at.document, suppression);
      if (reach.kind !== 'line') continue;
      const lines = this.#lines.get(file.path) ?? new Map<number, Suppression[]>();
      this.#lines.set(file.path, lines);
      add(lines, reach.line, suppression);
    }
    return taken;
  }

  #takeAnnotation(resource: Resource): void {
    const suppression = this.#known(readAnnotation(resource.metadata.get('annotations')));
    if (!suppression) return;
    add(this.#resources, resource, suppression);
  }

  /** An annotation that several scopes render is one. */
  #known(suppression: Suppression | undefined): Suppression | undefined {
    if (!suppression) return undefined;
    const { file, span } = suppression.at;
    const spans = this.#annotations.get(file) ?? new Map<number, Suppression>();
    this.#annotations.set(file, spans);
    const known = spans.get(span.start);
    if (known) return known;
    spans.set(span.start, suppression);
    this.all.push(suppression);
    return suppression;
  }

  #takeTemplate({ workload, body }: PodTemplate): void {
    // The template of a Pod is the Pod.
    if (body.at.node === workload.body.at.node) return;
    const suppression = this.#known(readAnnotation(body.get('metadata').get('annotations')));
    if (!suppression) return;
    this.#templates.set(workload, [...(this.#templates.get(workload) ?? []), { body: body.at, suppression }]);
  }
}

/** Reading annotations of every object of a large set costs more than one look at the text of each file. */
function carriers(): (file: SourceFile) => boolean {
  const known = new Map<SourceFile, boolean>();
  return file => {
    const carries = known.get(file) ?? file.text.includes(IGNORE_ANNOTATION);
    known.set(file, carries);
    return carries;
  };
}

function readAnnotation(annotations: Cursor<Readonly<Record<string, string>>>): Suppression | undefined {
  const cursor = annotations.get(IGNORE_ANNOTATION);
  const text = valueOf(cursor.string());
  if (text === undefined) return undefined;
  const { at } = cursor;
  const removal = removeKey(at);
  // Names of a quoted or folded text have no offsets of their own: they stand where the annotation stands.
  const isPlain = cursor.source === text;
  const wording = readWording(text, part => (isPlain ? new PartPlace(at, part) : at));
  const empty = wording.rules.length === 0 && !text.trimStart().startsWith('*');
  return {
    by: 'annotation',
    name: IGNORE_ANNOTATION,
    at,
    ...wording,
    misplaced: empty ? 'names no rule' : undefined,
    removal: removal && { title: 'Remove the annotation', safety: 'safe', edits: [removal] },
  };
}
