import type { TemplateLine } from './template-lines.ts';

/** `with` and `range` that a line stands in, with the value that they take for the dot; undefined where that is another one. */
interface Block {
  readonly word: string;
  readonly value: readonly string[] | undefined;
}

const OPENS = /^(if|with|range|define|block)\b\s*(.*)$/s;
const ELSE = /^else\b\s*(?:(if|with)\b\s*(.*))?$/s;

/** Objects that helm puts into the dot of a template. */
const OF_HELM = new Set(['Values', 'Release', 'Chart', 'Files', 'Capabilities', 'Template', 'Subcharts']);

/** `.Values.a.b`, alone or given to variables. */
function valueOf(pipeline: string): readonly string[] | undefined {
  const path = /^(?:\$\w*(?:\s*,\s*\$\w+)?\s*:=\s*)?\$?\.Values((?:\.[A-Za-z_]\w*)+)$/.exec(pipeline.trim())?.[1];
  return path?.slice(1).split('.');
}

function step(open: Block[], body: string): void {
  const [, word, pipeline = ''] = OPENS.exec(body) ?? [];
  const otherwise = ELSE.exec(body);
  if (word !== undefined) open.push({ word, value: valueOf(pipeline) });
  else if (otherwise) {
    open.pop();
    // Without a pipeline of its own it leaves the dot as it is around the block.
    open.push({ word: otherwise[1] ?? 'if', value: valueOf(otherwise[2] ?? '') });
  } else if (/^end\b/.test(body)) open.pop();
}

/** For each line of a template the block whose value is the dot of the first thing that the line writes. */
function readDots(lines: readonly TemplateLine[]): readonly (Block | undefined)[] {
  const open: Block[] = [];
  return lines.map(({ actions }) => {
    const first = actions.findIndex(({ role }) => role === 'output');
    const before = first === -1 ? actions.length : first;
    for (const { body } of actions.slice(0, before)) step(open, body);
    const dot = open.findLast(({ word }) => word !== 'if');
    for (const { body } of actions.slice(before)) step(open, body);
    return dot;
  });
}

const DOTS = new WeakMap<readonly TemplateLine[], readonly (Block | undefined)[]>();

function dotAt(lines: readonly TemplateLine[], line: number): Block | undefined {
  const dots = DOTS.get(lines) ?? readDots(lines);
  DOTS.set(lines, dots);
  return dots[line - 1];
}

/** Fields of the dot that a line writes, each as its path: `toYaml .` the dot itself. */
function fieldsOn({ actions }: TemplateLine): ReadonlySet<string> {
  const written = actions.filter(({ role }) => role === 'output').map(({ body }) => body.replaceAll(/"(?:[^"\\]|\\.)*"|`[^`]*`/g, ''));
  return new Set(
    written.flatMap(body => [...body.matchAll(/(?:^|[\s(|])(\.(?:[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)?)(?=[\s)|]|$)/g)].map(([, field = '']) => field)),
  );
}

/** The value that fills a line within `with .Values.a.b`, where it writes one of it; of an element of a list the list. */
export function valueAround(lines: readonly TemplateLine[], line: number): readonly string[] | undefined {
  const own = lines[line - 1];
  const fields = own ? [...fieldsOn(own)] : [];
  const [field] = fields;
  const path = field?.split('.').filter(part => part !== '') ?? [];
  if (field === undefined || fields.length > 1 || OF_HELM.has(path[0] ?? '') || own?.text.includes('$') === true) return undefined;
  const { word, value } = dotAt(lines, line) ?? {};
  return word === 'with' && value ? [...value, ...path] : word === 'range' ? value : undefined;
}
