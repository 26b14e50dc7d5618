/** Stands for each character of a template action in a masked text, so that offsets hold. A private-use character: no manifest means it. */
export const MASK = '\uE000';

/** Up to the first bracket behind the opening one, whichever it is: a search for its partner could take long. */
const VARIABLE = /\$\{[^{}\n]*[{}]|\$\([^()\n]*[()]/;
const ANGLE_NAME = /<[A-Za-z_][\w .-]*>/;
const UNDERSCORED_NAME = /__[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*__/;
const QUOTES_TRIED = 3;

export interface MaskedText {
  readonly text: string;
  /** Starts of lines that hold nothing but template actions and comments. */
  readonly openLines: readonly number[];
  /** Starts of all actions. */
  readonly actions: readonly number[];
}

/** End of the action that opens at `start`; undefined where nothing closes it in this document. */
function actionEnd(text: string, start: number, limit: number): number | undefined {
  let close = text.indexOf('}}', start + 2);
  // A `}}` within a string of the action does not close it.
  for (let tries = 0; close !== -1 && close < limit && tries < QUOTES_TRIED; tries++) {
    const quotes = text.slice(start, close).replaceAll(/\\./g, '').split('"').length - 1;
    if (quotes % 2 === 0) return close + 2;
    const next = text.indexOf('}}', close + 2);
    if (next === -1 || next >= limit) return close + 2;
    close = next;
  }
  return close === -1 || close >= limit ? undefined : close + 2;
}

interface Action {
  readonly start: number;
  readonly end: number;
}

function findActions(text: string): Action[] {
  const actions: Action[] = [];
  let limit = -1;
  for (let start = text.indexOf('{{'); start !== -1;) {
    if (start >= limit) {
      limit = text.indexOf('\n---', start);
      if (limit === -1) limit = text.length;
    }
    const end = actionEnd(text, start, limit);
    if (end === undefined) start = text.indexOf('{{', limit);
    else {
      actions.push({ start, end });
      start = text.indexOf('{{', end);
    }
  }
  return actions;
}

/**
 * Text of an action after masking. An action of several lines keeps the mask on its first line alone: what follows would
 * be read as lines of YAML. Its last line is masked again when text stands behind it.
 */
function maskAction(text: string, { start, end }: Action): string {
  if (!text.slice(start, end).includes('\n')) return MASK.repeat(end - start);
  const [first = '', ...rest] = text.slice(start, end).split('\n');
  const masked = first.replaceAll(/[^\r]/g, MASK);
  const endsLine = /^[ \t]*(?:[#\r\n]|$)/.test(text.slice(end, end + 80));
  const blank = rest.map((line, index) => (index === rest.length - 1 && !endsLine ? line.replaceAll(/\S/g, MASK) : line.replaceAll(/[^\r]/g, ' ')));
  return [masked, ...blank].join('\n');
}

/** Replaces template actions by text of the same length that YAML reads as a plain scalar; lines of actions alone become blank. */
export function maskTemplates(text: string): MaskedText {
  const actions = findActions(text);
  let masked = '';
  let at = 0;
  for (const action of actions) {
    masked += text.slice(at, action.start) + maskAction(text, action);
    at = action.end;
  }
  masked += text.slice(at);
  const openLines: number[] = [];
  const blanked = masked.replaceAll(/^[ \t]*\uE000[\uE000 \t]*(?:#.*)?\r?$/gm, (line, offset: number) => {
    openLines.push(offset);
    return line.replaceAll(/[^\r]/g, ' ');
  });
  return { text: blanked, openLines, actions: actions.map(action => action.start) };
}

/**
 * Whether a value stands for another one that is not known here: a template action, a variable of a shell, of Flux or of the
 * kubelet (`$(NAME)`), `__NAME__` for sed, a value that SOPS encrypted, or, in a value of one line, a name in angle brackets.
 */
export function isPlaceholder(value: string): boolean {
  // Of an action of several lines, the scalar holds the first line alone.
  if (value.includes('{{') || value.startsWith('ENC[')) return true;
  if (value.includes('$') && VARIABLE.test(value)) return true;
  if (value.includes('__') && UNDERSCORED_NAME.test(value)) return true;
  return value.includes('<') && !value.includes('\n') && !value.includes('</') && ANGLE_NAME.test(value);
}
