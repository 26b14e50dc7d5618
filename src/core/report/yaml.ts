/** What JSON can hold: the values of the contracts. */
export type PlainValue = string | number | boolean | null | undefined | readonly PlainValue[] | { readonly [key: string]: PlainValue };

const PLAIN = /^[A-Za-z_/][-A-Za-z0-9_./]*$/;
const READS_AS_OTHER = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

function renderScalar(value: string | number | boolean | null): string {
  if (typeof value !== 'string') return String(value);
  return PLAIN.test(value) && !READS_AS_OTHER.test(value) ? value : JSON.stringify(value);
}

function isList(value: PlainValue): value is readonly PlainValue[] {
  return Array.isArray(value);
}

function renderLines(value: PlainValue): string[] {
  if (isList(value)) {
    const items = value.map(renderLines).map(([first = '', ...rest]) => [`- ${first}`, ...rest.map(line => `  ${line}`)]);
    return items.length === 0 ? ['[]'] : items.flat();
  }
  if (typeof value !== 'object' || value === null) return [renderScalar(value ?? null)];
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return entries.length === 0 ? ['{}'] : entries.flatMap(([key, part]) => renderEntry(key, part));
}

function renderEntry(key: string, value: PlainValue): string[] {
  const [first = '', ...rest] = renderLines(value);
  const name = renderScalar(key);
  const nested = typeof value === 'object' && value !== null && first !== '[]' && first !== '{}';
  if (!nested) return [`${name}: ${first}`];
  const indent = isList(value) ? '' : '  ';
  return [`${name}:`, ...[first, ...rest].map(line => indent + line)];
}

/** Block YAML, strings in double quotes where kubectl would read anything else. */
export function renderYaml(value: PlainValue): string {
  return `${renderLines(value).join('\n')}\n`;
}
