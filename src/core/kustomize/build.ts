import type { YamlDocument } from '../yaml/source-file.ts';
import { parseSource } from '../yaml/parse-source.ts';
import type { SourceFile } from '../yaml/source-file.ts';
import { accumulate, contextOf } from './accumulate.ts';
import { addTo, type BuildAdditions } from './additions.ts';
import type { BuildRun, Remark } from './context.ts';
import { emitObject } from './emit.ts';
import { Faults, type Fault } from './fault.ts';
import { findOddKeys, findValueFault } from './value-faults.ts';
import { finish } from './finish.ts';
import { MergeSchema } from './merge/merge-schema.ts';
import type { BuildObject } from './object.ts';
import { ObjectList } from './object-list.ts';
import { openKustomization } from './open-kustomization.ts';
import type { Origin } from '../yaml/origin.ts';
import type { BuildFiles } from './files.ts';
import type { Kustomization } from './kustomization.ts';

export type { BuildAdditions };

export interface BuildOptions {
  readonly files: BuildFiles;
  /** False lets files lie outside of the directory of their kustomization, as Flux does (K-053). */
  readonly restrict?: boolean;
  /** With a restriction: reports files that lie outside, and builds them all the same. */
  readonly keepsOutside?: boolean;
  readonly additions?: BuildAdditions;
  /** Stands in place of what the directory has: Flux makes one of a directory without a kustomization (F-1). */
  readonly kustomization?: Kustomization;
}

/** What `kustomize build` makes of a directory. */
export interface Build {
  readonly directory: string;
  /** What `kubectl kustomize` prints; of a build with faults, what is left of it. */
  readonly text: string;
  /** The documents of `text`, with their origins. */
  readonly documents: readonly YamlDocument[];
  /** In the order in which kustomize meets them. */
  readonly faults: readonly Fault[];
  /** Notes on stderr that end no build: deprecated fields, vars that nothing uses. */
  readonly warnings: readonly string[];
  /** What is built otherwise than it reads: patches that apply to nothing. */
  readonly remarks: readonly Remark[];
  /** In the order of the documents. */
  readonly objects: readonly BuildObject[];
  /** The kustomization and all that it takes in, each once. */
  readonly kustomizations: readonly Kustomization[];
  /** Paths of all files that took part: resources, patches, data. */
  readonly files: ReadonlySet<string>;
}

/** Parses what a build prints, each node with the place where it was written. */
function parseRendered(path: string, text: string, origins: readonly (readonly Origin[])[]): readonly YamlDocument[] {
  const parsed = parseSource(path, text);
  const documents: YamlDocument[] = [];
  const file: SourceFile = { ...parsed, documents };
  for (const [index, document] of parsed.documents.entries()) {
    const own = origins[index] ?? [];
    const [root] = own;
    documents.push({ ...document, file, ...(root && { origins: { of: node => own[node] ?? root } }) });
  }
  return documents;
}

function startRun({ files, restrict = true, keepsOutside = false }: BuildOptions): BuildRun {
  return {
    files,
    restrict,
    keepsOutside,
    faults: new Faults(),
    remarks: [],
    warnings: [],
    used: new Set(),
    schema: new MergeSchema(),
    transformations: { count: 0 },
    kustomizations: [],
  };
}

/** Builds a directory as `kubectl kustomize` does, and goes on behind each fault. */
export function build(directory: string, options: BuildOptions): Build {
  const run = startRun(options);
  const opened = options.kustomization ? { kustomization: options.kustomization, faults: [] } : openKustomization(run, directory, undefined);
  for (const fault of opened.faults) run.faults.add(fault);
  const objects: BuildObject[] = [];
  if (opened.kustomization) {
    const kustomization = options.additions ? addTo(opened.kustomization, options.additions) : opened.kustomization;
    const context = contextOf(run, kustomization);
    const list = new ObjectList();
    accumulate(context, list);
    objects.push(...finish(context, list));
    for (const object of objects) findValueFault(context, object);
    if (objects.length > 0) findOddKeys(context, run.kustomizations);
  }
  const emitted = objects.map(({ root }) => emitObject(root));
  const text = emitted.map(each => each.text).join('---\n');
  const path = opened.kustomization?.document.file.path ?? directory;
  let documents: readonly YamlDocument[] | undefined;
  return {
    directory,
    text,
    get documents() {
      documents ??=
        objects.length === 0
          ? []
          : parseRendered(
              path,
              text,
              emitted.map(({ origins }) => origins),
            );
      return documents;
    },
    faults: run.faults.all,
    warnings: run.warnings,
    remarks: run.remarks,
    objects,
    kustomizations: [...new Map(run.kustomizations.map(each => [each.document, each])).values()],
    files: run.used,
  };
}
