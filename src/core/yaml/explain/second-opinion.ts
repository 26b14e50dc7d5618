import { parseDocument } from 'yaml';
import type { Opinion } from './explain.ts';

/** Codes of the `yaml` package as clauses; what is not here is too vague to be passed on. */
const CAUSES = new Map<string, string>([
  ['BAD_COLLECTION_TYPE', 'the tag names another kind of value than this one'],
  ['BAD_DIRECTIVE', 'the directive is none that YAML knows'],
  ['BAD_INDENT', 'the indentation fits no line above it'],
  ['BAD_PROP_ORDER', 'an anchor or tag stands in the wrong place'],
  ['BAD_SCALAR_START', 'an unquoted value starts with a character that YAML keeps for itself'],
  ['BLOCK_AS_IMPLICIT_KEY', 'a mapping or list begins on the line of a key'],
  ['BLOCK_IN_FLOW', 'indented lines stand within brackets'],
  ['IMPOSSIBLE', 'the text ends where a value is wanted'],
  ['MISSING_CHAR', 'a colon, quote or bracket is missing'],
  ['MULTILINE_IMPLICIT_KEY', 'the key goes over more than one line'],
  ['MULTIPLE_ANCHORS', 'the value has two anchors'],
  ['MULTIPLE_DOCS', 'a second document begins without "---"'],
  ['MULTIPLE_TAGS', 'the value has two tags'],
  ['TAB_AS_INDENT', 'a tab stands where YAML wants spaces'],
  ['UNEXPECTED_TOKEN', 'nothing can stand here'],
]);

/** The first error that the `yaml` package finds. It reads on after errors and so knows more than where it had to stop. */
export function askYaml(text: string): Opinion | undefined {
  const [error] = parseDocument(text, { prettyErrors: false, uniqueKeys: false, version: '1.1' }).errors;
  const cause = error && CAUSES.get(error.code);
  return error && cause !== undefined ? { at: error.pos[0], cause } : undefined;
}
