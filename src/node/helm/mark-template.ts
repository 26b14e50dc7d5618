import { readTemplateLines, type TemplateLine } from './template-lines.ts';

/** How boldly a template is marked. One whose marks break its YAML is marked less. */
export type Boldness = 'all' | 'values' | 'none';

/** A line of a template of the chart, by the number of its file, from 1 on. */
export interface Mark {
  readonly file: number;
  readonly line: number;
}

const KEY = /^\s*(?:- +)*(?:"[^"]*"|'[^']*'|[^\s#"'-][^#]*?):(?:\s|$)/;
const ITEM = /^\s*-(?:\s|$)/;
const KEY_AND_VALUE = /^\s*(?:- +)*[\w./"'-]+: +[^\s|>&{[#]/;

/** Marks that a chart cannot know, so that it cannot write them itself. */
export class Marks {
  readonly #open: string;
  readonly #all: RegExp;

  constructor(secret: string) {
    this.#open = `#@@${secret}.`;
    this.#all = new RegExp(` ?#@@${secret}\\.(\\d+)\\.(\\d+)@@`, 'g');
  }

  write({ file, line }: Mark): string {
    return ` ${this.#open}${String(file)}.${String(line)}@@`;
  }

  /** The rendered line without its marks. */
  strip(line: string): string {
    return line.includes(this.#open) ? line.replaceAll(this.#all, '') : line;
  }

  /** The marks of a rendered line, in their order. */
  read(line: string): readonly Mark[] {
    if (!line.includes(this.#open)) return [];
    return [...line.matchAll(this.#all)].map(([, file, number]) => ({ file: Number(file), line: Number(number) }));
  }
}

function indentOf(form: string): number {
  return form.length - form.trimStart().length;
}

function isText(form: string): boolean {
  return !KEY.test(form) && !ITEM.test(form) && !/^\s*(?:#|X|\{\{)/.test(form);
}

/** A plain scalar that goes on in the next line: a comment between the two would end it. */
function goesOn({ form }: TemplateLine, next: TemplateLine | undefined): boolean {
  if (!next || next.form.trim() === '' || !isText(next.form)) return false;
  return indentOf(next.form) > indentOf(form) || (isText(form) && indentOf(next.form) === indentOf(form));
}

function endsInTrim({ actions, text, start }: TemplateLine): boolean {
  const last = actions.at(-1);
  return last?.trimsRight === true && text.slice(last.end - start).trim() === '';
}

/** Whether a comment at the end of the line changes nothing of what is rendered. */
function takesMark(line: TemplateLine, next: TemplateLine | undefined, boldness: Boldness): boolean {
  const { form } = line;
  if (line.breaksWithin || form.trim() === '' || /^\s*---/.test(form) || form.endsWith('\\') || endsInTrim(line)) return false;
  if (goesOn(line, next)) return false;
  if (boldness === 'values') return !line.isDefined && KEY_AND_VALUE.test(form);
  return !line.isDefined || KEY.test(form) || ITEM.test(form);
}

/** Where `labels: {{- include "labels" . | nindent 4 }}` takes a mark of its own: what the action writes begins a line. */
function beforeIndented({ actions, start, text }: TemplateLine): number | undefined {
  const action = actions.find(({ body, role }) => role === 'output' && /\|\s*nindent\b/.test(body));
  return action && /[:-]\s*$/.test(text.slice(0, action.start - start)) ? action.start : undefined;
}

/** A template whose lines say where they stand, in comments that pass through helm. */
export function markTemplate(text: string, file: number, marks: Marks, boldness: Boldness): string {
  if (boldness === 'none') return text;
  const lines = readTemplateLines(text);
  let marked = '';
  let at = 0;
  const insert = (offset: number, mark: string): void => {
    marked += text.slice(at, offset) + mark;
    at = offset;
  };
  for (const [index, line] of lines.entries()) {
    const mark = marks.write({ file, line: index + 1 });
    const before = boldness === 'all' && !line.breaksWithin ? beforeIndented(line) : undefined;
    if (before !== undefined) insert(before, mark);
    if (takesMark(line, lines[index + 1], boldness)) insert(line.end, mark);
  }
  return marked + text.slice(at);
}
