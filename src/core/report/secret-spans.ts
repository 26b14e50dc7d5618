import type { Span } from '../text/span.ts';
import { entriesOf, findEntry, keyText, ownEntries, type MappingEntry } from '../yaml/mapping.ts';
import type { SourceFile, TakesSecret, YamlDocument } from '../yaml/source-file.ts';
import { NodeKind, type NodeId, type Tree } from '../yaml/tree.ts';
import { namesSecret, secretsOfKustomization } from './kustomization-secrets.ts';
import { looksSecret } from './secret-names.ts';
import { hideWhole, type SecretValue, textIn } from './secret-value.ts';

export type { SecretValue };

/** More of a file is not looked for in messages. */
const LONGEST_FILE = 65_536;

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
const found = new WeakMap<SourceFile, readonly SecretValue[]>();

/** Without those that lie within another: what is left is disjoint, so that both its starts and its ends are sorted. */
function outermost(secrets: readonly SecretValue[]): SecretValue[] {
  const kept: SecretValue[] = [];
  for (const secret of secrets.toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)) {
    if (secret.span.end > (kept.at(-1)?.span.end ?? -1)) kept.push(secret);
  }
  return kept;
}

/** Values of Secrets, of variables whose name looks secret, and of what kubectl keeps of them, in the order of the text. */
export function findSecrets(file: SourceFile): readonly SecretValue[] {
  let secrets = found.get(file);
  if (!secrets) {
    const whole = { start: 0, end: file.text.length };
    secrets = file.isSecret
      ? [{ span: whole, entry: whole, value: file.text.slice(0, LONGEST_FILE) }]
      : outermost(file.documents.flatMap(document => secretsOf(document)));
    found.set(file, secrets);
  }
  return secrets;
}

/** The secrets of a part of a file, those at its edges too. */
export function secretsWithin(file: SourceFile, { start, end }: Span): readonly SecretValue[] {
  const secrets = findSecrets(file);
  let [low, high] = [0, secrets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((secrets[middle]?.span.end ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < secrets.length && (secrets[last]?.entry.start ?? 0) <= end) last++;
  return secrets.slice(low, last);
}

function secretAt(tree: Tree, { key, value }: MappingEntry): SecretValue[] {
  const target = tree.resolve(value);
  if (tree.kind(target) !== NodeKind.scalar) return [hideWhole(tree, target)];
  const text = tree.scalarText(target);
  const entry = { start: Math.min(tree.start(key), tree.start(value)), end: tree.end(value) };
  const own = { span: tree.span(value), entry, value: text };
  return target === value ? [own] : [own, { span: tree.span(target), entry: tree.span(target), value: text }];
}

/** Every entry, those too that a later equal key overwrites: they stand in the text. */
function allEntries(tree: Tree, mapping: NodeId): MappingEntry[] {
  const own = ownEntries(tree, mapping);
  const known = new Set(own.map(entry => entry.key));
  return [...own, ...entriesOf(tree, mapping).filter(entry => !known.has(entry.key))];
}

function valuesOf(tree: Tree, node: NodeId, isSecret: (key: string) => boolean): SecretValue[] {
  if (tree.kind(node) !== NodeKind.mapping) return tree.isEmpty(node) || !isSecret('') ? [] : [hideWhole(tree, node)];
  return allEntries(tree, node).flatMap(entry => (isSecret(keyText(tree, entry.key)) ? secretAt(tree, entry) : []));
}

function valuesBelow(tree: Tree, mapping: NodeId, field: string, isSecret: (key: string) => boolean): SecretValue[] {
  return allEntries(tree, mapping).flatMap(({ key, value }) => (keyText(tree, key) === field ? valuesOf(tree, tree.resolve(value), isSecret) : []));
}

/** What a Secret holds, and what a patch may call by another name: the target says its kind. A schema of such fields has no kind. */
function secretsOfObject(tree: Tree, mapping: NodeId, kind: string | undefined): SecretValue[] {
  if (kind === undefined) return [];
  const strings = valuesBelow(tree, mapping, 'stringData', () => true);
  const isNamed = kind !== 'ConfigMap' && findEntry(tree, mapping, 'metadata') !== undefined;
  return kind === 'Secret' || isNamed ? [...valuesBelow(tree, mapping, 'data', () => true), ...strings] : strings;
}

/** Values that an object of Flux or Argo CD brings for a chart. */
function secretsOfRelease(tree: Tree, mapping: NodeId, kind: string | undefined): SecretValue[] {
  const spec = kind === 'HelmRelease' ? findEntry(tree, mapping, 'spec') : undefined;
  const holder = spec ? tree.resolve(spec.value) : mapping;
  const values = tree.kind(holder) === NodeKind.mapping ? findEntry(tree, holder, spec ? 'values' : 'valuesObject') : undefined;
  return values ? secretsOfValues(tree, values.value, () => false) : [];
}

function secretsOfMapping(tree: Tree, mapping: NodeId): SecretValue[] {
  const kind = textIn(tree, mapping, 'kind');
  const ofObject = secretsOfObject(tree, mapping, kind);
  if (kind === 'Secret' || ofObject.length > 0) return ofObject;
  const ofKustomization = secretsOfKustomization(tree, mapping);
  if (ofKustomization.length > 0) return ofKustomization;
  const ofRelease = secretsOfRelease(tree, mapping, kind);
  if (ofRelease.length > 0) return ofRelease;
  if (kind === 'ConfigMap') return valuesBelow(tree, mapping, 'data', looksSecret);
  const applied = findEntry(tree, mapping, LAST_APPLIED);
  if (applied) return secretAt(tree, applied);
  const value = findEntry(tree, mapping, 'value');
  return value && looksSecret(textIn(tree, mapping, 'name') ?? '') ? secretAt(tree, value) : [];
}

function secretsOfTree(tree: Tree): SecretValue[] {
  const secrets: SecretValue[] = [];
  for (let node = 0; node < tree.size; node++) if (tree.kind(node) === NodeKind.mapping) secrets.push(...secretsOfMapping(tree, node));
  return secrets;
}

/** What a key such as `tlsSecret` or `secretKey` gives may as well be a name: it is not shown, and messages that name it stay as they are. */
const NAMES_MAYBE = /(?:secrets?|keys?|auth)$/i;

/** A value whose key says that it is a secret: text, and not what chooses (`key: disktype`, `automountServiceAccountToken: true`, `existingSecret`). */
function secretByKey(tree: Tree, entry: MappingEntry): SecretValue[] {
  const key = keyText(tree, entry.key);
  const node = tree.resolve(entry.value);
  const text = tree.kind(node) === NodeKind.scalar ? tree.scalarText(node) : '';
  const isText = text !== '' && !/^(?:true|false|null|~|\d+)$/.test(text);
  const isKey = key !== 'key' && !key.startsWith('existing') && looksSecret(key);
  if (!isText || (!isKey && !text.includes('PRIVATE KEY-----'))) return [];
  const secrets = secretAt(tree, entry);
  return NAMES_MAYBE.test(key) ? secrets.map(secret => ({ ...secret, value: undefined })) : secrets;
}

/** Values of a chart: those that its Secrets take, and those whose key says that they are one. */
function secretsOfValues(tree: Tree, node: NodeId, takes: TakesSecret, path: readonly string[] = []): SecretValue[] {
  const at = tree.resolve(node);
  if (tree.kind(at) === NodeKind.sequence) return Array.from(tree.children(at), child => secretsOfValues(tree, child, takes, path)).flat();
  if (tree.kind(at) !== NodeKind.mapping) return [];
  return allEntries(tree, at).flatMap(entry => {
    const key = keyText(tree, entry.key);
    const inner = [...path, key];
    if (takes(inner)) return secretAt(tree, entry);
    return [...secretByKey(tree, entry), ...secretsOfValues(tree, entry.value, takes, inner)];
  });
}

function secretsOf(document: YamlDocument): SecretValue[] {
  const { tree, file } = document;
  if (!tree) return secretsOfText(document);
  return file.takesSecret ? [...secretsOfTree(tree), ...secretsOfValues(tree, 0, file.takesSecret)] : secretsOfTree(tree);
}

const LINE = /^([ \t]*(?:- +)?)(?:["']?([^\s:"']+)["']?[ \t]*:)?[ \t]*(.*)$/;

/** Keys whose values are told. */
const STRUCTURE = /^(?:apiVersion|kind|metadata|name|namespace|type|data|stringData|secretGenerator|literals|patch)$/;

/** A document that does not parse is read line by line, and rather too much is hidden than too little. */
function secretsOfText({ file, span }: YamlDocument): SecretValue[] {
  const text = file.text.slice(span.start, span.end);
  const isSecret = namesSecret(text);
  const secrets: SecretValue[] = [];
  let name = '';
  let at = span.start;
  for (const row of text.split('\n')) {
    const [, , key = '', value = ''] = LINE.exec(row.trimEnd()) ?? [];
    if (key === 'name') name = value.replaceAll(/["']/g, '');
    const hidden = isSecret ? !STRUCTURE.test(key) || /^[{[]/.test(value) : looksSecret(key === 'value' ? name : key);
    const start = at + row.trimEnd().length - value.length;
    if (hidden && value !== '' && !value.startsWith('#') && value !== '---') {
      const own = { start, end: start + value.length };
      secrets.push({ span: own, entry: own, value: value.replace(/^(["'])(.*)\1$/, '$2') });
    }
    at += row.length + 1;
  }
  return secrets;
}
