/** A part of a page of Markdown. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'item' | 'paragraph'; readonly text: string }
  | { readonly kind: 'fence'; readonly info: string; readonly code: readonly string[] };

const WITHOUT_COMMENTS = /<!--[^]*?-->/g;

/** A line of running text: it goes on with the paragraph or the item before it, unless a gap stands between. */
function addText(blocks: Block[], line: string, follows: boolean): void {
  const last = blocks.at(-1);
  if (follows && last && (last.kind === 'paragraph' || last.kind === 'item')) blocks[blocks.length - 1] = { kind: last.kind, text: `${last.text} ${line}` };
  else blocks.push({ kind: 'paragraph', text: line });
}

/** The blocks of a page; comments and tables are left out, since readers get the facts in another form. */
export function readBlocks(markdown: string): readonly Block[] {
  const blocks: Block[] = [];
  const lines = markdown.replaceAll(WITHOUT_COMMENTS, '').split(/\r?\n/);
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const [, marks = '', title = ''] = /^(#+) (.*)/.exec(line) ?? [];
    const item = /^[-*] (.*)/.exec(line)?.[1];
    if (line.startsWith('```')) {
      const end = lines.indexOf('```', at + 1);
      const last = end === -1 ? lines.length : end;
      blocks.push({ kind: 'fence', info: line.slice(3), code: lines.slice(at + 1, last) });
      at = last;
    } else if (marks !== '') blocks.push({ kind: 'heading', level: marks.length, text: title });
    else if (item !== undefined) blocks.push({ kind: 'item', text: item });
    else if (line.trim() !== '' && !line.startsWith('|')) addText(blocks, line.trim(), (lines[at - 1] ?? '').trim() !== '');
  }
  return blocks;
}

const EXAMPLES = 'Examples';

/** What a fence of a page is for: `bad`, `good`, `fixed`, `output`, `config`; empty where it does not say. */
export function roleOf(info: string): string {
  return info.split(/\s+/)[1] ?? '';
}

const FENCE_TITLES: Readonly<Record<string, string>> = {
  bad: 'Found',
  good: 'Fine',
  fixed: 'Fixed',
  output: 'svclint says',
  config: 'With the configuration',
};

/** What stands over a fence, with the name of the file that it shows; undefined where its role has no title. */
export function fenceTitle(info: string): string | undefined {
  const title = FENCE_TITLES[roleOf(info)];
  const file = info.split(/\s+/).find(word => /[./]/.test(word));
  return title === undefined ? undefined : `${title}${file === undefined ? '' : ` in ${file}`}:`;
}

/** A page without its tests: of the examples the first one, of the silent cases only what they say. */
export function abridge(blocks: readonly Block[]): readonly Block[] {
  const kept: Block[] = [];
  // What introduces an example goes where its example goes.
  let introduction: Block[] = [];
  let inExamples = false;
  let shown: ReadonlySet<string> = new Set();
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level < 3) inExamples = block.text === EXAMPLES;
    const role = block.kind === 'fence' ? roleOf(block.info) : '';
    if (!inExamples || (block.kind === 'heading' && block.level < 3)) {
      if (block.kind !== 'fence') kept.push(block);
    } else if (block.kind !== 'fence') introduction.push(block);
    else {
      // A second bad block is another file of the case, or after the output of the first one another case.
      const isNext = shown.has(role) && (role !== 'bad' || shown.has('output'));
      if (isNext) shown = new Set(['bad', 'output', 'fixed', 'config']);
      else if (role !== 'good') {
        kept.push(...introduction, block);
        shown = new Set([...shown, role]);
      }
      introduction = [];
    }
  }
  return kept;
}
