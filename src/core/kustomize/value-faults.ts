import { fail, type BuildContext } from './context.ts';
import type { Kustomization } from './kustomization.ts';
import type { YamlNode } from './node.ts';
import type { BuildObject } from './object.ts';
import { nameOf } from './object-id.ts';
import type { Place } from '../yaml/place.ts';
import { finalValue, isContradiction } from './scalars.ts';

const UNSUPPORTED_KEY = 'json: unsupported type: map[interface {}]interface {}';

interface Refused {
  readonly answer: string;
  readonly at: Place;
}

/** The first value on the way to JSON that Go cannot convert (K-005, K-006). */
function refusedValue(node: YamlNode, isRoot: boolean): Refused | undefined {
  if (node.kind === 'scalar') {
    const value = finalValue(node);
    if (isContradiction(value)) return { answer: `map[string]interface {}(nil): ${value.answer}`, at: node.origin.at };
    const isNoNumber = typeof value === 'number' && !Number.isFinite(value);
    return isNoNumber ? { answer: `json: unsupported value: ${value > 0 ? '+Inf' : Number.isNaN(value) ? 'NaN' : '-Inf'}`, at: node.origin.at } : undefined;
  }
  if (node.kind === 'list') return firstRefused(node.items);
  for (const { keyOrigin, keyTag } of node.entries.values()) {
    if (keyTag !== undefined && !isRoot) return { answer: UNSUPPORTED_KEY, at: keyOrigin.at };
  }
  return firstRefused([...node.entries.values()].map(({ value }) => value));
}

function firstRefused(nodes: readonly YamlNode[]): Refused | undefined {
  for (const node of nodes) {
    const refused = refusedValue(node, false);
    if (refused) return refused;
  }
  return undefined;
}

/** Reports a value of an object that cannot be printed. */
export function findValueFault(context: BuildContext, object: BuildObject): void {
  const refused = refusedValue(object.root, true);
  if (refused) fail(context, { kind: 'value', ...refused, subject: nameOf(object) });
}

/** Reports keys of labels that are read as booleans or numbers, which no object may have (K-021). */
export function findOddKeys(context: BuildContext, kustomizations: readonly Kustomization[]): void {
  for (const { labels, commonLabels, directory } of kustomizations) {
    for (const { key, at, isOddKey } of [...labels.flatMap(({ pairs }) => pairs), ...commonLabels]) {
      if (isOddKey) fail({ ...context, directory }, { kind: 'value', answer: UNSUPPORTED_KEY, at, subject: key });
    }
  }
}
