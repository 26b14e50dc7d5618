/** Words that stand for something in the language: fields of that name are written `__namespace__`. */
const RESERVED: ReadonlySet<string> = new Set(
  'true false null in as break const continue else for function if import let loop package namespace return var void while'.split(' '),
);

const MARKS: Readonly<Record<string, string>> = { __underscores__: '__', __dot__: '.', __dash__: '-', __slash__: '/' };

const IDENTIFIER = /^[_a-zA-Z][_a-zA-Z0-9]*$/;

export const isIdentifier = (name: string): boolean => IDENTIFIER.test(name) && !RESERVED.has(name);

/** How an expression writes the name of a field; undefined for names that it cannot write. */
export function escapeName(name: string): string | undefined {
  if (RESERVED.has(name)) return `__${name}__`;
  const escaped = name.replace(/__|[./-]/g, mark => Object.keys(MARKS).find(key => MARKS[key] === mark) ?? mark);
  return IDENTIFIER.test(escaped) ? escaped : undefined;
}

export function unescapeName(name: string): string {
  const [, word] = /^__([a-z]+)__$/.exec(name) ?? [];
  if (word !== undefined && RESERVED.has(word)) return word;
  return name.replace(/__(?:underscores|dot|dash|slash)__/g, mark => MARKS[mark] ?? mark);
}
