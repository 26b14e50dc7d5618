import type { Random } from '../random.ts';

/** A value whose scalars are pieces of YAML, so that their quotes and styles are chosen too. */
export type Raw = string | RawList | RawMap;
export type RawList = readonly Raw[];
export interface RawMap {
  readonly [key: string]: Raw;
}

const isList = (value: Raw): value is RawList => Array.isArray(value);

const isFlowSafe = (value: Raw): boolean =>
  typeof value === 'string' ? value !== '' && !/[\n,{}[\]#]|: |\|/.test(value) : Object.values(value).every(item => isFlowSafe(item));

function flow(value: Raw): string {
  if (typeof value === 'string') return value;
  if (isList(value)) return `[${value.map(flow).join(', ')}]`;
  return `{${Object.entries(value)
    .map(([key, item]) => `${key}: ${flow(item)}`)
    .join(', ')}}`;
}

/** The value on one line where it can be or is chosen to be; of a block scalar the header and its lines. */
function inline(value: Raw, random: Random): readonly string[] | undefined {
  if (typeof value === 'string') return value.split('\n');
  if (Object.keys(value).length === 0) return [isList(value) ? '[]' : '{}'];
  return isFlowSafe(value) && random.below(5) === 0 ? [flow(value)] : undefined;
}

const deeper = (lines: readonly string[]): string[] => lines.map(line => `  ${line}`);

function blockLines(value: RawList | RawMap, random: Random): string[] {
  if (isList(value)) {
    return value.flatMap(item => {
      const [first = '', ...rest] = inline(item, random) ?? (typeof item === 'string' ? [item] : blockLines(item, random));
      return [`- ${first}`, ...deeper(rest)];
    });
  }
  return Object.entries(value).flatMap(([key, item]) => {
    const [first, ...rest] = inline(item, random) ?? [];
    if (first !== undefined) return [`${key}: ${first}`.trimEnd(), ...deeper(rest)];
    if (typeof item === 'string') return [];
    const lines = blockLines(item, random);
    return [`${key}:`, ...(isList(item) && random.below(2) === 0 ? lines : deeper(lines))];
  });
}

/** The value as a document, in block or flow form by chance. */
export function printRaw(value: RawList | RawMap, random: Random): string {
  return `${blockLines(value, random).join('\n')}\n`;
}
