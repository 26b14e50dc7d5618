import { readOperations, type Operation } from '../json-patch/operation.ts';
import { JsonProblem } from '../json-patch/json-problem.ts';
import { loadConfiguration, loadObjects } from '../load.ts';
import type { BuildObject } from '../object.ts';
import { isReadFailure } from '../read-nodes.ts';
import type { TextSource } from '../text-source.ts';
import type { Place } from '../../yaml/place.ts';

/** What a patch says, read as objects and as operations. */
export interface PatchText {
  readonly objects: readonly BuildObject[] | undefined;
  readonly operations: readonly Operation[] | undefined;
  /** Why it is not what it looks like. */
  readonly failure: { readonly answer: string; readonly at: Place | undefined } | undefined;
}

function jsonFailure(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : 'invalid character';
  }
}

type Read = { readonly operations: readonly Operation[] } | { readonly answer: string; readonly at: Place | undefined };

/** Operations of a JSON patch. A text that begins with `[` is JSON, any other is YAML (K-080). */
export function readJsonPatch(source: TextSource): Read {
  const { text } = source.file;
  if (text === '') return { answer: 'empty json patch operations', at: undefined };
  const failure = text.startsWith('[') ? jsonFailure(text) : undefined;
  if (failure !== undefined) return { answer: failure, at: undefined };
  const node = loadConfiguration(source);
  if (node && isReadFailure(node)) return node;
  try {
    return { operations: readOperations(node) };
  } catch (problem) {
    if (problem instanceof JsonProblem) return { answer: problem.message, at: node?.origin.at };
    throw problem;
  }
}

/** Whether a text means to be a list of operations, for those who say what is wrong with it. */
function looksLikeOperations(text: string): boolean {
  return /^\s*(?:#.*\n\s*)*(?:---\s*\n\s*)?(?:\[|-\s)/.test(text.slice(0, 10_000));
}

/** Reads a patch in both ways, as kustomize does. */
export function readPatchText(source: TextSource): PatchText {
  const { objects, failure } = loadObjects(source);
  const json = readJsonPatch(source);
  const operations = 'operations' in json ? json.operations : undefined;
  const wrong = looksLikeOperations(source.file.text) && !('operations' in json) ? json : failure;
  return { objects: failure ? undefined : objects, operations, failure: wrong };
}
