import type { Severity } from '../rule/finding.ts';
import { LineTable } from '../text/line-table.ts';
import type { Position } from '../text/span.ts';
import { BASELINE_VERSION, FINGERPRINT_LENGTH, keyOfEntry } from './baseline.ts';
import { readJson, type JsonFault, type JsonNode } from './baseline-json.ts';
import type { BaselineEntry } from './report.ts';

/** Why a baseline cannot be used, as a clause in which "it" is the file, and where. */
export interface BaselineFault {
  readonly fault: string;
  readonly at: Position;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];
const FINGERPRINT = new RegExp(`^[0-9a-f]{${String(FINGERPRINT_LENGTH)}}$`);

/** Collects the first fault, so that the fields of an entry read in one line each. */
class BaselineReader {
  fault: JsonFault | undefined;

  refuse(fault: string, at: number): undefined {
    this.fault ??= { fault, at };
  }

  /** The values of a mapping by its keys, which are the given ones and no others. */
  fields<const K extends string>(node: JsonNode, what: string, keys: readonly K[]): ((key: K) => JsonNode) | undefined {
    if (node.kind !== 'object') return this.refuse(`${what} is not an object in braces`, node.at);
    const strange = node.entries.find(({ key }) => !keys.some(known => known === key));
    if (strange) return this.refuse(`key "${strange.key}" of ${what} is unknown`, strange.at);
    const values = new Map<string, JsonNode>(node.entries.map(({ key, value }) => [key, value]));
    const missing = keys.find(key => !values.has(key));
    if (missing !== undefined) return this.refuse(`${what} has no "${missing}"`, node.at);
    return key => values.get(key) ?? node;
  }

  value<V>(node: JsonNode, accepts: (value: unknown) => value is V, wanted: string): V | undefined {
    const value = node.kind === 'scalar' ? node.value : undefined;
    return accepts(value) ? value : this.refuse(`the value is not ${wanted}`, node.at);
  }
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isTextOrNull = (value: unknown): value is string | null => value === null || isText(value);
const isSeverity = (value: unknown): value is Severity => SEVERITIES.some(severity => severity === value);
const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
const isFingerprint = (value: unknown): value is string => typeof value === 'string' && FINGERPRINT.test(value);

function readEntry(node: JsonNode, reader: BaselineReader): BaselineEntry | undefined {
  const get = reader.fields(node, 'an entry', ['rule', 'path', 'object', 'severity', 'count', 'fingerprint']);
  if (!get) return undefined;
  const rule = reader.value(get('rule'), isText, 'a text');
  const path = reader.value(get('path'), isText, 'a text');
  const object = reader.value(get('object'), isTextOrNull, 'a text or null');
  const severity = reader.value(get('severity'), isSeverity, '"error", "warning" or "info"');
  const count = reader.value(get('count'), isCount, 'a whole number from 1');
  const fingerprint = reader.value(get('fingerprint'), isFingerprint, `a fingerprint of ${String(FINGERPRINT_LENGTH)} hexadecimal digits`);
  if (rule === undefined || path === undefined || object === undefined || severity === undefined || count === undefined || fingerprint === undefined) {
    return undefined;
  }
  return { rule, path, object, severity, count, fingerprint };
}

function readEntries(list: JsonNode, reader: BaselineReader): readonly BaselineEntry[] {
  if (list.kind !== 'list') {
    reader.refuse('the value of "findings" is not a list', list.at);
    return [];
  }
  const known = new Set<string>();
  return list.items.flatMap(item => {
    const entry = readEntry(item, reader);
    if (!entry) return [];
    const key = keyOfEntry(entry);
    if (known.has(key)) reader.refuse('an entry stands twice', item.at);
    known.add(key);
    return [entry];
  });
}

function readRoot(root: JsonNode, reader: BaselineReader): readonly BaselineEntry[] {
  // Other versions may have other keys: the number comes first.
  const version = root.kind === 'object' ? root.entries.find(({ key }) => key === 'version')?.value : undefined;
  if (version && !(version.kind === 'scalar' && version.value === BASELINE_VERSION)) {
    reader.refuse(`its version is not ${String(BASELINE_VERSION)}, the only one that this svclint reads`, version.at);
    return [];
  }
  const get = reader.fields(root, 'the baseline', ['version', 'findings']);
  return get ? readEntries(get('findings'), reader) : [];
}

/** Reads a baseline strictly: what a merge broke must not hide findings. */
export function readBaseline(text: string): readonly BaselineEntry[] | BaselineFault {
  const reader = new BaselineReader();
  const root = readJson(text);
  const entries = 'fault' in root ? [] : readRoot(root, reader);
  const fault = 'fault' in root ? root : reader.fault;
  return fault ? { fault: fault.fault, at: new LineTable(text).position(fault.at) } : entries;
}
