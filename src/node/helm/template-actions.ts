/** What an action of a template does to the text around it. */
export type ActionRole = 'output' | 'control' | 'comment' | 'assignment';

/** `{{ ... }}` of a template. */
export interface Action {
  readonly start: number;
  readonly end: number;
  /** What stands between the braces, without the signs that trim. */
  readonly body: string;
  readonly role: ActionRole;
  /** `-}}`: the white space behind it goes. */
  readonly trimsRight: boolean;
  /** Within `define` or `block`, or one of these itself. */
  readonly isDefined: boolean;
  /** The `end` behind which no definition goes on. */
  readonly endsDefinition: boolean;
}

const BLOCKS = /^(?:if|range|with|define|block)\b/;
const CONTROL = /^(?:if|else|end|range|with|define|block|break|continue)\b/;
const ASSIGNMENT = /^\$\w*(?:\s*,\s*\$\w+)?\s*:?=/;

/** The end of a quoted text that opens at `start`; the end of the text where nothing closes it. */
function quoteEnd(text: string, start: number): number {
  const quote = text[start];
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\' && quote !== '`') at++;
    else if (text[at] === quote) return at + 1;
  }
  return text.length;
}

/** Behind the `}}` of the action that opens at `start`; strings and comments may hold braces. Undefined where nothing closes it. */
function actionEnd(text: string, start: number): number | undefined {
  const comment = /^\{\{-?\s*\/\*/.exec(text.slice(start, start + 100));
  if (comment) {
    const close = text.indexOf('*/', start + comment[0].length);
    const end = close === -1 ? -1 : text.indexOf('}}', close);
    return end === -1 ? undefined : end + 2;
  }
  for (let at = start + 2; at < text.length;) {
    const sign = text[at];
    if (sign === '"' || sign === '`' || sign === "'") at = quoteEnd(text, at);
    else if (sign === '}' && text[at + 1] === '}') return at + 2;
    else at++;
  }
  return undefined;
}

function roleOf(body: string): ActionRole {
  if (body.startsWith('/*')) return 'comment';
  if (CONTROL.test(body)) return 'control';
  return ASSIGNMENT.test(body) ? 'assignment' : 'output';
}

/** The actions of a template in their order. What is not closed ends them: helm refuses it. */
export function readActions(text: string): readonly Action[] {
  const actions: Action[] = [];
  const open: boolean[] = [];
  for (let start = text.indexOf('{{'); start !== -1;) {
    const end = actionEnd(text, start);
    if (end === undefined) break;
    const inner = text.slice(start + 2, end - 2);
    const trimsRight = /\s-$/.test(inner);
    const body = inner
      .replace(/^-(?=\s)/, '')
      .replace(/\s-$/, '')
      .trim();
    if (BLOCKS.test(body)) open.push(/^(?:define|block)\b/.test(body));
    const isDefined = open.includes(true);
    if (/^end\b/.test(body)) open.pop();
    actions.push({ start, end, body, role: roleOf(body), trimsRight, isDefined, endsDefinition: isDefined && !open.includes(true) });
    start = text.indexOf('{{', end);
  }
  return actions;
}
