import { openingBy } from '../model/opening.ts';
import { readDocument, type DocumentReading } from '../model/read-documents.ts';
import type { Resource } from '../model/resource.ts';
import { valueOf } from '../yaml/field.ts';
import type { SourceFile, YamlDocument } from '../yaml/source-file.ts';
import type { Location } from './report.ts';

/** The words of a document, however its lines end and whatever separates it from its neighbours. */
export function wordingOf({ file, span }: YamlDocument): string {
  const text = file.text.slice(span.start, span.end);
  return text
    .replaceAll('\r\n', '\n')
    .replace(/^\uFEFF?---[ \t]*\n/, '')
    .trim();
}

/** The document that holds a location; undefined for files that are not split into documents. */
export function documentAt({ file, span }: Pick<Location, 'file' | 'span'>): YamlDocument | undefined {
  const { documents } = file;
  let [low, high] = [0, documents.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((documents[middle]?.span.start ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  return documents[low - 1];
}

/** Counts down: whether one of the texts is left. */
class Stock {
  readonly #left = new Map<string, number>();

  add(text: string): void {
    this.#left.set(text, (this.#left.get(text) ?? 0) + 1);
  }

  take(text: string): boolean {
    const left = this.#left.get(text) ?? 0;
    if (left > 0) this.#left.set(text, left - 1);
    return left > 0;
  }
}

/** Documents less those that have an equal one among the others, each counted. */
function without(documents: readonly YamlDocument[], others: readonly YamlDocument[]): readonly YamlDocument[] {
  const stock = new Stock();
  for (const other of others) stock.add(wordingOf(other));
  return documents.filter(document => !stock.take(wordingOf(document)));
}

/** Files that bring objects which no manifest shows: charts and their values, kustomizations, lists of releases. */
const BRINGING = /(?:^|\/)(?:Chart|values[^/]*|helmfile[^/]*|kustomization)\.ya?ml$|(?:^|\/)Kustomization$/;

/** Whether a document may make objects that no file shows, or was not understood. */
function mayBring({ document, kind, resources }: DocumentReading): boolean {
  if (resources.some(resource => openingBy(resource).length > 0)) return true;
  return kind === 'unread' || kind === 'fragment' || kind === 'patch' || BRINGING.test(document.file.path);
}

function documentsOf(files: readonly SourceFile[]): readonly YamlDocument[] {
  return files.flatMap(({ documents }) => documents);
}

/** `kind/name`: an object, in whatever namespace it ends. */
function labelOf(kind: string, name: string | null): string {
  return `${kind}/${name ?? ''}`;
}

/** What a change adds and edits: documents whose words were not there before. Moved documents and renamed files are as they were. */
export class Change {
  readonly #touched = new Set<YamlDocument>();
  readonly #objects = new Set<string>();
  /** Whether what the change adds or edits may make objects that no file shows. */
  mayBring = false;
  /** Objects that stood in the files before and are in none of them now. */
  readonly removed: readonly Resource[];
  /** False where every file that was read is as it was. */
  readonly isOfManifests: boolean;

  constructor(now: readonly SourceFile[], before: readonly SourceFile[]) {
    const old = new Map(before.map(file => [file.path, file]));
    const changed = now.filter(({ path, text }) => old.get(path)?.text !== text);
    const kept = new Set(now.filter(file => old.get(file.path)?.text === file.text).map(({ path }) => path));
    const gone = before.filter(({ path }) => !kept.has(path));
    this.isOfManifests = changed.length > 0 || gone.length > 0;
    for (const document of this.#withoutKept(changed, gone)) this.#take(document);
    this.removed = without(documentsOf(gone), documentsOf(changed))
      .flatMap(document => readDocument(document).resources)
      .filter(({ kind, name }) => !this.#objects.has(labelOf(kind, valueOf(name) ?? null)));
  }

  isTouched(location: Location): boolean {
    const document = documentAt(location);
    return document === undefined || this.#touched.has(document);
  }

  /** Whether an object is edited of which a finding speaks at another place, such as a kustomization. */
  isTouchedObject(at: Location, kind: string, name: string | null): boolean {
    const document = documentAt(at);
    return document !== undefined && this.#objects.has(labelOf(kind, name)) && readDocument(document).resources.length === 0;
  }

  /** Documents without an equal one before: in the same file first, then in any that is edited or gone. */
  #withoutKept(changed: readonly SourceFile[], gone: readonly SourceFile[]): readonly YamlDocument[] {
    const now = new Map(changed.map(file => [file.path, file]));
    const before = new Map(gone.map(file => [file.path, file]));
    const any = new Stock();
    for (const { path, documents } of gone) for (const document of without(documents, now.get(path)?.documents ?? [])) any.add(wordingOf(document));
    const added = changed.flatMap(({ path, documents }) => without(documents, before.get(path)?.documents ?? []));
    return added.filter(document => !any.take(wordingOf(document)));
  }

  #take(document: YamlDocument): void {
    this.#touched.add(document);
    const reading = readDocument(document);
    const { resources, tool } = reading;
    this.mayBring ||= mayBring(reading);
    for (const { kind, name } of [...resources, ...(tool ? [tool] : [])]) this.#objects.add(labelOf(kind, valueOf(name) ?? null));
  }
}
