import { readActions, type Action } from './template-actions.ts';

/** A line of a template, as far as it tells where rendered text comes from. */
export interface TemplateLine {
  /** Offset of its first character, and of its line break. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The text with each action as one `X`, so that its form shows. */
  readonly form: string;
  /** Actions that begin on it. */
  readonly actions: readonly Action[];
  /** Whether an action that writes something ends on it. */
  readonly writes: boolean;
  /** Its line break is part of an action. */
  readonly breaksWithin: boolean;
  /** Within the body of `define`. */
  readonly isDefined: boolean;
}

/** Stands for an action in a line's form. */
const ACTION = 'X';

function formOf(text: string, start: number, end: number, actions: readonly Action[]): string {
  let form = '';
  let at = start;
  for (const action of actions) {
    if (action.end <= start || action.start >= end) continue;
    form += text.slice(at, Math.max(at, action.start));
    if (action.end <= end && action.role === 'output') form += ACTION;
    at = Math.min(end, action.end);
  }
  return form + text.slice(at, end);
}

/** The lines of a template. */
export function readTemplateLines(text: string): readonly TemplateLine[] {
  const actions = readActions(text);
  const lines: TemplateLine[] = [];
  let first = 0;
  for (let start = 0; start <= text.length;) {
    const newline = text.indexOf('\n', start);
    const stop = newline === -1 ? text.length : newline;
    const end = text[stop - 1] === '\r' && stop > start ? stop - 1 : stop;
    while ((actions[first]?.end ?? Infinity) <= start) first++;
    const touching: Action[] = [];
    for (let at = first, action = actions[at]; action && action.start < stop; action = actions[++at]) touching.push(action);
    const before = actions[first - 1];
    lines.push({
      start,
      end,
      text: text.slice(start, end),
      form: formOf(text, start, end, touching),
      actions: touching.filter(action => action.start >= start),
      writes: touching.some(action => action.role === 'output' && action.end <= stop),
      breaksWithin: touching.some(action => action.end > stop),
      isDefined: touching.some(action => action.isDefined) || (before?.isDefined === true && !before.endsDefinition),
    });
    start = stop + 1;
  }
  return lines;
}
