import { readBlocks, type Block } from './markdown.ts';

export interface CaseFile {
  readonly path: string;
  readonly text: string;
  /** The block that holds the file. */
  readonly block: Block;
}

/** What helm prints of a chart, or as it refuses it. Cases are linted without helm. */
export interface SaidByHelm {
  /** Directory of the chart. */
  readonly chart: string;
  /** A values file of the case; the chart's own values where absent. */
  readonly values: string | undefined;
  readonly text: string;
}

/** An example of a rule's page: what is linted, what it prints, what the fixes make of it. */
export interface RuleCase {
  readonly page: string;
  readonly verdict: 'bad' | 'good';
  readonly files: readonly CaseFile[];
  readonly flags: readonly Flag[];
  /** Text of a configuration that holds for this case only. */
  readonly config: string | undefined;
  /** What helm says of charts among the files. */
  readonly helm: readonly SaidByHelm[];
  readonly output: Block | undefined;
  /** The files as the fixes leave them; empty if the page does not say. */
  readonly fixed: readonly CaseFile[];
}

/** Words of an info string that change how a case is linted: the option `--complete`, and the preset `strict`. */
const FLAGS = ['complete', 'strict'] as const;
export type Flag = (typeof FLAGS)[number];

const ROLES = ['bad', 'good', 'fixed', 'config', 'helm', 'output'] as const;
type Role = (typeof ROLES)[number];

/** A page that cannot be read as cases. */
export class PageError extends Error {}

interface Marked {
  readonly block: Block;
  readonly role: Role;
  readonly path: string | undefined;
  /** A values file after the directory of a chart. */
  readonly values?: string | undefined;
  readonly flags: readonly Flag[];
}

type Draft = { -readonly [K in keyof RuleCase]: RuleCase[K] } & { named: boolean };

const isFlag = (word: string): word is Flag => FLAGS.some(flag => flag === word);

/** The first block of a case: where its messages point. */
export function caseLine(example: RuleCase): string {
  return `${example.page}:${String(example.files[0]?.block.line ?? 0)}`;
}

/** After `helm` stand the directory of a chart and, if it is rendered with one, a values file. */
function helmMark(page: string, block: Block): Marked {
  const [, path, values, ...others] = block.words;
  if (path === undefined || others.length > 0)
    throw new PageError(`${page}:${String(block.line)}: after "helm" stand the directory of a chart and a values file`);
  return { block, role: 'helm', path, values, flags: [] };
}

function markOf(page: string, block: Block): Marked | undefined {
  const [word = '', ...rest] = block.words;
  const role = ROLES.find(name => name === word);
  if (role === undefined || !['yaml', 'json', 'text'].includes(block.language) || (block.language === 'text') !== (role === 'output' || role === 'helm'))
    return undefined;
  if (role === 'helm') return helmMark(page, block);
  const [path, ...others] = rest.filter(name => !isFlag(name));
  if (others.length > 0 || (path !== undefined && !path.includes('.'))) {
    throw new PageError(`${page}:${String(block.line)}: after "${role}" stand one file name with a dot and the flags ${FLAGS.join(', ')}`);
  }
  return { block, role, path, flags: rest.filter(isFlag) };
}

const fileOf = ({ path, block }: Marked): CaseFile => ({ path: path ?? 'example.yaml', text: block.text, block });

function isSameProject(draft: Draft | undefined, mark: Marked): draft is Draft {
  if (!draft?.named || mark.path === undefined || draft.verdict !== mark.role || draft.output !== undefined) return false;
  return mark.block.follows && draft.files.every(file => file.path !== mark.path);
}

function startCase(page: string, mark: Marked, config: string | undefined): Draft {
  const verdict = mark.role === 'bad' ? 'bad' : 'good';
  return { page, verdict, files: [fileOf(mark)], flags: mark.flags, config, helm: [], output: undefined, fixed: [], named: mark.path !== undefined };
}

function extendCase(draft: Draft, mark: Marked): void {
  if (mark.role === 'output') draft.output = mark.block;
  else if (mark.role === 'helm') draft.helm = [...draft.helm, { chart: mark.path ?? '', values: mark.values, text: mark.block.text }];
  else if (mark.role !== 'fixed') {
    draft.files = [...draft.files, fileOf(mark)];
    draft.flags = [...new Set([...draft.flags, ...mark.flags])];
  }
  // A fixed block without a name stands for the only file.
  else draft.fixed = [...draft.fixed, { ...fileOf(mark), path: mark.path ?? draft.files[0]?.path ?? '' }];
}

/** The cases of a page, in order. Consecutive blocks with file names form one project; a config block holds for the case after it. */
export function readCases(page: string, text: string): RuleCase[] {
  const drafts: Draft[] = [];
  let config: string | undefined;
  for (const block of readBlocks(text)) {
    const mark = markOf(page, block);
    if (!mark) continue;
    const last = drafts.at(-1);
    const starts = mark.role === 'bad' || mark.role === 'good';
    if (mark.role === 'config') config = block.text;
    else if (starts && (config !== undefined || !isSameProject(last, mark))) {
      drafts.push(startCase(page, mark, config));
      config = undefined;
    } else if (last) extendCase(last, mark);
    else throw new PageError(`${page}:${String(block.line)}: no case stands before this block`);
  }
  return drafts;
}
