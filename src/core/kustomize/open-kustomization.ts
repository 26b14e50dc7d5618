import { findNearest } from '../text/near.ts';
import { joinPath } from '../text/path.ts';
import { parseSource } from '../yaml/parse-source.ts';
import { SpanPlace, type Place } from '../yaml/place.ts';
import type { BuildRun } from './context.ts';
import type { Fault } from './fault.ts';
import type { Kustomization } from './kustomization.ts';
import { readKustomization } from './read-kustomization.ts';

const NAMES: readonly string[] = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

export interface Opened {
  readonly kustomization: Kustomization | undefined;
  readonly faults: readonly Fault[];
}

/** A place in a directory, where no file has one. */
export function placeOfDirectory(directory: string): Place {
  const file = parseSource(directory, '');
  const [document] = file.documents;
  // Every text has a document, an empty one too.
  if (!document) throw new Error('a text without a document');
  return new SpanPlace(document, { start: 0, end: 0 });
}

interface Second {
  readonly directory: string;
  readonly name: string;
  readonly asked: Place | undefined;
}

/** Told at the file that is one too many. */
function several({ files }: BuildRun, { directory, name, asked }: Second): Opened {
  const [document] = files.source(joinPath(directory, name))?.documents ?? [];
  const at = document ? new SpanPlace(document, { start: 0, end: 0 }) : (asked ?? placeOfDirectory(directory));
  const related = asked && document ? [{ at: asked, note: 'the directory is taken in here' }] : [];
  const answer = `Found multiple kustomization files under: ${directory}`;
  return { kustomization: undefined, faults: [{ kind: 'several-files', answer, subject: name, at, related, directory }] };
}

/** Finds and reads the kustomization of a directory (K-020). `asked` is the entry that leads here. */
export function openKustomization(run: BuildRun, directory: string, asked: Place | undefined): Opened {
  const found = NAMES.filter(name => run.files.kindOf(joinPath(directory, name)) === 'file');
  const [name, second] = found;
  const failed = (fault: Pick<Fault, 'kind' | 'answer' | 'subject'> & Pick<Fault, 'near'>): Opened => ({
    kustomization: undefined,
    faults: [{ ...fault, at: asked ?? placeOfDirectory(directory), directory }],
  });
  if (name === undefined) {
    const near = findNearest('kustomization.yaml', run.files.namesIn(directory), candidate => candidate);
    const answer = `unable to find one of 'kustomization.yaml', 'kustomization.yml' or 'Kustomization' in directory '${directory}'`;
    return failed({ kind: 'no-kustomization', answer, subject: directory, ...(near !== undefined && { near }) });
  }
  if (second !== undefined) return several(run, { directory, name: second, asked });
  const path = joinPath(directory, name);
  const file = run.files.source(path);
  if (!file) return failed({ kind: 'resource-unreadable', answer: `trouble reading '${path}'`, subject: path });
  run.used.add(path);
  return readKustomization(file, directory);
}
