import type { Mark, Marks } from './mark-template.ts';
import type { TemplateLine } from './template-lines.ts';

/** Where a rendered line was written. */
export interface LineSource extends Mark {
  /** The line that includes the helper which `file` is. */
  readonly includedBy?: Mark;
  /** False where it is worked out from the lines around. */
  readonly isCertain: boolean;
}

/** The templates of a chart by the numbers of its marks. */
export type TemplatesByNumber = (file: number) => readonly TemplateLine[];

/** Lines of a template that are looked at for one rendered line. */
const REACH = 500;

/** The line of the template between two others that stands as it was rendered. */
function literalLine(text: string, lines: readonly TemplateLine[], after: number, before: number): number | undefined {
  const wanted = text.trim();
  for (let line = Math.max(after + 1, before - REACH); line <= before; line++) {
    const template = lines[line - 1];
    if (template?.actions.length === 0 && template.text.trim() === wanted) return line;
  }
  return undefined;
}

/** The last line up to one that writes what an action gives. */
function writingLine(lines: readonly TemplateLine[], line: number): number {
  for (let at = line; at > Math.max(0, line - REACH); at--) if (lines[at - 1]?.writes === true) return at;
  return line;
}

/** The source of a line that bears marks: the first one is of the innermost helper, the last one of the line that includes it (H-20, 4). */
function ownSource(marks: readonly Mark[], caller = marks.at(-1)): LineSource | undefined {
  const [innermost] = marks;
  if (!innermost) return undefined;
  return { ...innermost, isCertain: true, ...(caller && caller.file !== innermost.file && { includedBy: caller }) };
}

/** The marks of a piece around one of its lines. */
interface Around {
  readonly over: readonly Mark[] | undefined;
  /** The nearest mark below that is of the template itself, or of the helper that stands above. */
  readonly under: Mark | undefined;
  /** The nearest mark of the template itself, on the line or below it. */
  readonly caller: Mark | undefined;
}

/** Looks from the first line down and from the last line up, once each. */
function lookAround(own: number, marks: readonly (readonly Mark[])[]): readonly Around[] {
  const over: (readonly Mark[] | undefined)[] = [];
  let last: readonly Mark[] | undefined;
  for (const found of marks) {
    over.push(last);
    if (found.length > 0) last = found;
  }
  const around: Around[] = [];
  const next = new Map<number, { readonly index: number; readonly mark: Mark }>();
  for (let index = marks.length - 1; index >= 0; index--) {
    const helper = over[index]?.[0]?.file;
    const [ofOwn, ofHelper] = [next.get(own), helper === undefined ? undefined : next.get(helper)];
    const nearest = ofOwn && ofHelper ? (ofOwn.index <= ofHelper.index ? ofOwn : ofHelper) : (ofOwn ?? ofHelper);
    // Of several marks of a file on a line the first counts.
    for (const mark of (marks[index] ?? []).toReversed()) next.set(mark.file, { index, mark });
    around.push({ over: over[index], under: nearest?.mark, caller: next.get(own)?.mark });
  }
  return around.reverse();
}

/** The source of a line without a mark of its own, from the marks above and below it (H-20, 5). */
function inferSource(text: string, own: number, { over, under }: Around, templates: TemplatesByNumber): LineSource | undefined {
  if (!under) {
    const source = over?.find(({ file }) => file === own) ?? over?.[0];
    return source && { ...source, isCertain: false };
  }
  const lines = templates(under.file);
  const start = over?.find(({ file }) => file === under.file)?.line ?? 0;
  const literal = literalLine(text, lines, start, under.line);
  return { file: under.file, line: literal ?? writingLine(lines, under.line), isCertain: false };
}

/**
 * The marked lines that stand for the plain ones. helm trims what it renders: an action that writes nothing at the beginning or the end
 * leaves no line there, but its mark does. Undefined where the two differ in more.
 */
function alignEnds(plain: readonly string[], marked: readonly string[], marks: Marks): readonly string[] | undefined {
  const isBlank = (line: string): boolean => marks.strip(line).trim() === '';
  const [first, from] = [plain.findIndex(line => line.trim() !== ''), marked.findIndex(line => !isBlank(line))];
  const [last, to] = [plain.findLastIndex(line => line.trim() !== ''), marked.findLastIndex(line => !isBlank(line))];
  if (last - first !== to - from || first === -1 || from === -1) return undefined;
  return plain.map((_, index) => (index < first || index > last ? '' : (marked[from + index - first] ?? '')));
}

/** Sources of the lines of one rendered piece, from the same piece rendered with marks; undefined where the two differ in their lines. */
export function mapLines(
  { own, plain, marked }: { readonly own: number; readonly plain: readonly string[]; readonly marked: readonly string[] },
  marks: Marks,
  templates: TemplatesByNumber,
): readonly (LineSource | undefined)[] | undefined {
  const aligned = alignEnds(plain, marked, marks);
  if (!aligned) return undefined;
  const found = aligned.map(line => marks.read(line));
  // A template that bears no marks shows its lines by their text alone.
  if (!found.some(all => all.some(({ file }) => file === own)))
    return alignLines(own, plain, templates(own)).map((source, index) => ownSource(found[index] ?? []) ?? source);
  const around = lookAround(own, found);
  return plain.map((text, index) => {
    const surrounding = around[index];
    if (text.trim() === '' || !surrounding) return undefined;
    return ownSource(found[index] ?? [], surrounding.caller) ?? inferSource(text, own, surrounding, templates);
  });
}

/** The first of rising numbers that is not below another one. */
function firstFrom(numbers: readonly number[], from: number): number | undefined {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return numbers[low];
}

/** Sources by the text alone: each line that stands literally in the template, in order, and between two of these the line above. */
export function alignLines(own: number, plain: readonly string[], lines: readonly TemplateLine[]): readonly LineSource[] {
  const byForm = new Map<string, number[]>();
  for (const [index, { form, actions }] of lines.entries()) {
    const key = (actions.length === 0 ? form : (form.split('X')[0] ?? '')).trim();
    if (key !== '') byForm.set(key, [...(byForm.get(key) ?? []), index + 1]);
  }
  let at = 1;
  return plain.map(text => {
    const wanted = text.trim();
    const key = /^[^:]*:/.exec(wanted)?.[0];
    const candidates = byForm.get(wanted) ?? (key === undefined ? undefined : byForm.get(key));
    at = (candidates && (firstFrom(candidates, at) ?? candidates.at(-1))) ?? at;
    return { file: own, line: at, isCertain: false };
  });
}
