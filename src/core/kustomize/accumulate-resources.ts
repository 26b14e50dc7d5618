import { isWithin, joinPath } from '../text/path.ts';
import { markRead, trailTo } from './build-metadata.ts';
import { fail, type BuildContext } from './context.ts';
import type { FaultKind } from './fault.ts';
import type { Text } from './kustomization.ts';
import { loadObjects } from './load.ts';
import { locateFile, missingAnswer, nearPath, unreached } from './locate-file.ts';
import type { BuildObject } from './object.ts';
import { repeatedIdAnswer, type ObjectList } from './object-list.ts';
import { idOf, nameOf } from './object-id.ts';
import { isRemoteBase, isRemoteFile } from './remote.ts';
import { fileSource } from './text-source.ts';

/** Builds a directory that an entry names; undefined where nothing can be built. */
export type BuildBase = (context: BuildContext, entry: Text, directory: string) => ObjectList | undefined;

const ROOT = 'accumulating resources';
/** A name that nobody gives to a directory. */
const MANIFEST = /\.(?:ya?ml|json)$/;

/** Adds an object; a second one with its id is refused (K-041). */
function appendOne(objects: ObjectList, object: BuildObject, refuse: (answer: string, taken: BuildObject) => void): void {
  const taken = objects.append(object);
  if (taken) refuse(repeatedIdAnswer(idOf(object)), taken);
}

function refuseRepeated(
  context: BuildContext,
  entry: Text,
  say: (answer: string) => string,
): (object: BuildObject) => (answer: string, taken: BuildObject) => void {
  return object => (answer, taken) => {
    fail(context, {
      kind: 'object-repeated',
      answer: say(answer),
      at: entry.at,
      subject: nameOf(object),
      related: [
        { at: taken.origin.at, note: 'the first object of this id is here' },
        { at: object.origin.at, note: 'the second one is here' },
      ],
    });
  };
}

/** The objects of a file. What cannot be read is reported, and the rest is taken (K-050). */
function takeFile(context: BuildContext, objects: ObjectList, { entry, path }: { readonly entry: Text; readonly path: string }): void {
  const { files } = context;
  const file = files.source(path);
  const notDirectory = `must build at directory: '${path}': file is not directory`;
  const both = (action: string, answer: string): string => `${ROOT}: accumulation err='${action} resources from '${entry.value}': ${answer}': ${notDirectory}`;
  if (!file) {
    fail(context, { kind: 'resource-unreadable', answer: both('accumulating', 'the file is no text'), at: entry.at, subject: entry.value });
    return;
  }
  context.used.add(path);
  const loaded = loadObjects(fileSource(file));
  const { failure } = loaded;
  if (failure) {
    const isMalformed = failure.answer.startsWith('yaml: ');
    const malformed = `${ROOT}: ${ROOT} from '${entry.value}': MalformedYAMLError: ${failure.answer} in File: ${entry.value}`;
    const answer = isMalformed ? malformed : both('accumulating', failure.answer);
    fail(context, { kind: failure.kind, answer, at: failure.at, subject: entry.value });
  }
  const refuse = refuseRepeated(context, entry, answer => both('merging', answer));
  for (const object of loaded.objects) context.schema.meet(object.root);
  markRead(loaded.objects, trailTo(context, entry.value), context);
  for (const object of loaded.objects) appendOne(objects, object, refuse(object));
}

function takeBase(context: BuildContext, objects: ObjectList, { entry, base }: { readonly entry: Text; readonly base: ObjectList | undefined }): void {
  const path = joinPath(context.directory, entry.value);
  const say = (answer: string): string =>
    `${ROOT}: accumulation err='${ROOT} from '${entry.value}': '${path}' must resolve to a file': recursed merging from path '${path}': ${answer}`;
  const refuse = refuseRepeated(context, entry, say);
  for (const object of base?.items ?? []) appendOne(objects, object, refuse(object));
}

/** Why a directory cannot be a base (K-050, K-051). */
export function refuseDirectory(context: BuildContext, written: string, path: string): { readonly kind: FaultKind; readonly answer: string } | undefined {
  if (written.startsWith('/')) return { kind: 'resource-outside', answer: `new root '${written}' cannot be absolute` };
  const real = context.files.real(path) ?? path;
  const visited = context.chain.find(directory => isWithin(directory, real));
  return visited === undefined ? undefined : { kind: 'cycle', answer: `cycle detected: candidate root '${real}' contains visited root '${visited}'` };
}

/** One entry of `resources`: a file, else a directory (K-050). */
export function takeResource(context: BuildContext, objects: ObjectList, entry: Text, build: BuildBase): void {
  const written = entry.value;
  const path = joinPath(context.directory, written);
  const kind = context.files.kindOf(path);
  const from = `${ROOT}: accumulation err='${ROOT} from '${written}':`;
  const report = (fault: { readonly kind: FaultKind; readonly answer: string; readonly near?: string }): void =>
    fail(context, { ...fault, at: entry.at, subject: written });
  if (isRemoteFile(written) || (kind !== 'file' && isRemoteBase(written))) {
    report({ kind: 'remote', answer: `${from} the resource is not fetched': ${written}` });
  } else if (kind === 'directory' || (written.startsWith('/') && kind !== 'file')) {
    const refused = refuseDirectory(context, written, path);
    if (refused) report({ kind: refused.kind, answer: `${from} '${path}' must resolve to a file': ${refused.answer}` });
    else takeBase(context, objects, { entry, base: build(context, entry, path) });
  } else if (kind === 'absent') {
    const near = nearPath(context, written, path);
    const missing = missingAnswer(path);
    const answer = `${from} ${missing}': must build at directory: not a valid directory: ${missing}`;
    report({ kind: 'resource-missing', answer, ...(near !== undefined && { near }) });
  } else if (kind === 'unknown' && !MANIFEST.test(written)) {
    const { kind: why, answer } = unreached(context, path, false);
    report({ kind: why, answer: `${from} ${answer}': must build at directory: not a valid directory: '${path}'` });
  } else {
    const found = locateFile(context, written);
    if (typeof found !== 'string') {
      report({ kind: found.kind, answer: `${from} ${found.answer}': must build at directory: '${path}': file is not directory` });
    }
    const usable = typeof found === 'string' ? found : found.path;
    if (usable !== undefined) takeFile(context, objects, { entry, path: usable });
  }
}

/** Step 1 of a build: `resources` in their order (K-030). */
export function accumulateResources(context: BuildContext, objects: ObjectList, build: BuildBase): void {
  for (const entry of context.kustomization.resources) takeResource(context, objects, entry, build);
}
