import { encodeBase64, encodeBytes } from '../../yaml/base64.ts';
import { fail, type BuildContext } from '../context.ts';
import type { GeneratorEntry, GeneratorOptions, Pair, Text } from '../kustomization.ts';
import { mapNode, scalarNode, setEntry, type MapNode, type ScalarNode } from '../node.ts';
import { newObject, type BuildObject } from '../object.ts';
import { setPlainKey } from '../plain-key.ts';
import { needsQuotes } from '../scalars.ts';
import { writtenAt } from '../written.ts';
import type { DataPair } from './data-pair.ts';
import { readData } from './read-data.ts';

const BASE64_LINE = 70;

/** Own options over those of `generatorOptions`; what one of them turns on the other cannot turn off (K-102). */
function mergeOptions(own: GeneratorOptions, common: GeneratorOptions): GeneratorOptions {
  return {
    labels: [...common.labels, ...own.labels],
    annotations: [...common.annotations, ...own.annotations],
    disableNameSuffixHash: own.disableNameSuffixHash || common.disableNameSuffixHash,
    immutable: own.immutable || common.immutable,
  };
}

/** Base64 as kustomize writes it: what fills a line ends with one (K-101). */
function base64Of({ text, bytes }: DataPair): string {
  const digits = bytes ? encodeBytes(bytes) : encodeBase64(text ?? '');
  return digits.length < BASE64_LINE ? digits : digits.replaceAll(new RegExp(`.{1,${BASE64_LINE}}`, 'g'), '$&\n');
}

function valueNode(text: string, pair: DataPair): ScalarNode {
  const style = text.includes('\n') ? 'literal' : needsQuotes(text) ? 'double' : 'plain';
  return scalarNode(text, pair.origin, 'str', style);
}

function dataNodes(kind: GeneratorEntry['kind'], pairs: readonly DataPair[], entry: GeneratorEntry): Map<string, MapNode> {
  const origin = writtenAt(entry.at);
  const fields = new Map<string, MapNode>(kind === 'Secret' ? [['data', mapNode(origin)]] : []);
  for (const pair of pairs) {
    const text = kind === 'Secret' ? undefined : pair.text;
    const field = kind === 'ConfigMap' && text === undefined ? 'binaryData' : 'data';
    const map = fields.get(field) ?? mapNode(origin);
    fields.set(field, map);
    setPlainKey(map, pair.key, valueNode(text ?? base64Of(pair), pair), pair.keyOrigin);
  }
  return fields;
}

function pairsNode(pairs: readonly Pair[]): MapNode | undefined {
  const [first] = pairs;
  if (!first) return undefined;
  const map = mapNode(writtenAt(first.at));
  for (const { key, value, at } of pairs) {
    map.entries.delete(key);
    setPlainKey(map, key, scalarNode(value, writtenAt(at)), writtenAt(at));
  }
  return map;
}

function metadataNode(name: Text, { namespace, at }: GeneratorEntry, { labels, annotations }: GeneratorOptions): MapNode {
  const metadata = mapNode(writtenAt(at));
  setEntry(metadata, 'name', scalarNode(name.value, writtenAt(name.at)));
  if (namespace && namespace.value !== '') setEntry(metadata, 'namespace', scalarNode(namespace.value, writtenAt(namespace.at)));
  for (const [key, pairs] of [['labels', pairsNode(labels)] as const, ['annotations', pairsNode(annotations)] as const]) {
    if (pairs) setEntry(metadata, key, pairs);
  }
  return metadata;
}

/** Pairs whose key no other one has; says which ones have (K-100). */
function withoutRepeats(pairs: readonly DataPair[], name: Text, context: BuildContext): readonly DataPair[] {
  const byKey = new Map<string, DataPair>();
  for (const pair of pairs) {
    const first = byKey.get(pair.key);
    if (!first) byKey.set(pair.key, pair);
    else {
      const answer = `configmap ${name.value} illegally repeats the key \`${pair.key}\``;
      const related = [{ at: first.keyOrigin.at, note: `"${pair.key}" is set here first` }];
      fail(context, { kind: 'generator', answer, at: pair.keyOrigin.at, subject: pair.key, related });
    }
  }
  return [...byKey.values()];
}

function behaviorOf({ behavior }: GeneratorEntry): 'create' | 'merge' | 'replace' {
  return behavior?.value === 'merge' || behavior?.value === 'replace' ? behavior.value : 'create';
}

/** The object of an entry of a generator (K-100 to K-102); undefined for an entry without a name. */
export function makeObject(entry: GeneratorEntry, context: BuildContext): BuildObject | undefined {
  const { kind, name, at } = entry;
  if (!name || name.value === '') {
    fail(context, { kind: 'generator', answer: `a ${kind.toLowerCase()} must have a name`, at, subject: kind });
    return undefined;
  }
  const { pairs, isComplete } = readData(entry, context);
  const options = mergeOptions(entry.options, context.kustomization.generatorOptions);
  const origin = writtenAt(at);
  const root = mapNode(origin);
  setEntry(root, 'apiVersion', scalarNode('v1', origin));
  setEntry(root, 'kind', scalarNode(kind, origin));
  setEntry(root, 'metadata', metadataNode(name, entry, options));
  if (kind === 'Secret') setEntry(root, 'type', scalarNode(entry.type?.value || 'Opaque', entry.type ? writtenAt(entry.type.at) : origin));
  for (const [field, map] of dataNodes(kind, withoutRepeats(pairs, name, context), entry)) setEntry(root, field, map);
  if (options.immutable) setEntry(root, 'immutable', scalarNode('true', origin, 'bool'));
  const object = newObject(root, origin);
  object.needsHash = !options.disableNameSuffixHash;
  object.behavior = behaviorOf(entry);
  object.isIncomplete = !isComplete;
  return object;
}
