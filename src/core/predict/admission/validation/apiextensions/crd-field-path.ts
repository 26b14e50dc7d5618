import { additionalPropertiesOf, type SchemaCursor } from './crd-schema-parts.ts';

/** What a path leads to in a schema, or why it leads nowhere. */
export type FieldPath = { readonly schema: SchemaCursor; readonly names: readonly string[] } | { readonly fault: string };

/** Dots and brackets by themselves, texts in quotes, and what stands between. */
const TOKENS = /[.[\]]|'(?:[^'\\]|\\.)*'|[^.[\]]+/g;

function step(schema: SchemaCursor, name: string): SchemaCursor | undefined {
  const properties = schema.get('properties');
  if (properties.isMapping && properties.entries().length > 0) return properties.entries().find(({ key }) => key === name)?.value;
  return additionalPropertiesOf(schema);
}

const NOWHERE = 'does not refer to a valid field';

/** Follows a path such as `.spec.names['a']` through a schema (`ValidFieldPath`). */
export function followFieldPath(path: string, root: SchemaCursor, { allowsBrackets = true } = {}): FieldPath {
  const tokens = path.match(TOKENS) ?? [];
  const names: string[] = [];
  let schema = root;
  for (let at = 0; at < tokens.length;) {
    const isBracket = tokens[at] === '[';
    if (isBracket && !allowsBrackets) return { fault: 'array notation is not allowed' };
    if (!isBracket && tokens[at] !== '.') return { fault: `expected [ or . but got: ${tokens[at] ?? ''}` };
    const token = tokens[at + 1];
    if (token === undefined) return { fault: 'unexpected end of JSON path' };
    if (isBracket && !/^'.*'$/s.test(token)) return { fault: `expected single quoted string but got ${token}` };
    const name = isBracket ? token.slice(1, -1).replace(/\\(.)/gs, '$1') : token;
    const found = step(schema, name);
    if (!found) return { fault: NOWHERE };
    if (isBracket && tokens[at + 2] !== ']')
      return { fault: tokens[at + 2] === undefined ? 'unexpected end of JSON path' : `expected ] but got ${tokens[at + 2] ?? ''}` };
    schema = found;
    names.push(name);
    at += isBracket ? 3 : 2;
  }
  return { schema, names };
}
