import type { Place } from '../yaml/place.ts';

/** The value of a var with the fields that it comes from. */
export interface VarValue {
  readonly name: string;
  readonly value: string | number | boolean;
  readonly at: Place;
  readonly source: Place;
}

/** A text with `$(NAME)` replaced; `$$` is `$`, and what is no var stays (K-121). A text that is one var alone takes over its type. */
export function expandVars(text: string, valueOf: (name: string) => VarValue | undefined): string | number | boolean {
  let made = '';
  const lastCloser = text.lastIndexOf(')');
  for (let at = 0; at < text.length; at++) {
    const [character, next] = [text.charAt(at), text[at + 1]];
    if (character !== '$' || next === undefined) {
      made += character;
      continue;
    }
    const end = next === '(' && at < lastCloser ? text.indexOf(')', at + 2) : -1;
    if (end === -1) {
      made += next === '$' ? '$' : `$${next}`;
      at++;
      continue;
    }
    const name = text.slice(at + 2, end);
    const found = valueOf(name)?.value ?? `$(${name})`;
    if (text === `$(${name})`) return found;
    made += String(found);
    at = end;
  }
  return made;
}
