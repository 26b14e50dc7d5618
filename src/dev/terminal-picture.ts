/** Colours by the class of a run of text, in a light and in a dark window. */
const COLORS: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  text: ['#1f2328', '#e6edf3'],
  dim: ['#656d76', '#8b949e'],
  red: ['#cf222e', '#ff7b72'],
  green: ['#1a7f37', '#56d364'],
  yellow: ['#9a6700', '#e3b341'],
  cyan: ['#0969da', '#79c0ff'],
  window: ['#ffffff', '#0d1117'],
  bar: ['#f6f8fa', '#161b22'],
  frame: ['#d0d7de', '#30363d'],
};

/** What the codes of svclint's own styles mean. */
const CODES: Readonly<Record<string, string>> = { '1': 'bold', '2': 'dim', '31': 'red', '32': 'green', '33': 'yellow', '36': 'cyan' };

const CELL = { width: 8.4, height: 19, font: 14 };
const BAR = 38;
const MARGIN = 22;

/** Text of one look. */
interface Run {
  readonly text: string;
  readonly classes: readonly string[];
}

/** Splits a line at its colour codes. Throws for a code that no style of svclint has: the picture would be wrong. */
export function readLine(line: string): readonly Run[] {
  const runs: Run[] = [];
  let classes: readonly string[] = [];
  for (const [, codes, text = ''] of line.matchAll(/\u001b\[([\d;]*)m|([^\u001b]+|\u001b)/g)) {
    if (codes === undefined) {
      if (text === '\u001b') throw new Error('the output holds an escape that is no colour');
      runs.push({ text, classes });
    } else {
      classes = codes === '' || codes === '0' ? [] : codes.split(';').map(code => CODES[code] ?? raise(code));
    }
  }
  return runs;
}

function raise(code: string): never {
  throw new Error(`the output holds the colour code ${code}, which the picture does not know`);
}

/** Text of XML: what XML cannot hold is shown as a replacement character. */
function escapeXml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const round = (value: number): string => String(Math.round(value * 10) / 10);
const widthOf = (text: string): number => [...text].length;

/** A run at its column. Its length is fixed, so that columns meet in whatever font the reader has. */
function drawRun({ text, classes }: Run, column: number, y: number): string {
  const blanks = widthOf(text) - widthOf(text.trimStart());
  const shown = text.trim();
  if (shown === '') return '';
  const x = MARGIN + (column + blanks) * CELL.width;
  const look = classes.length === 0 ? '' : ` class="${classes.join(' ')}"`;
  return `<text x="${round(x)}" y="${round(y)}" textLength="${round(widthOf(shown) * CELL.width)}"${look}>${escapeXml(shown)}</text>\n`;
}

function drawLine(line: string, index: number): string {
  let column = 0;
  const y = BAR + MARGIN + index * CELL.height + CELL.font / 2;
  return readLine(line)
    .map(run => {
      const drawn = drawRun(run, column, y);
      column += widthOf(run.text);
      return drawn;
    })
    .join('');
}

function styles(): string {
  const rules = (shade: 0 | 1): string =>
    Object.entries(COLORS)
      .map(([name, colors]) => (name === 'frame' ? `.frame{stroke:${colors[shade]}}` : `.${name === 'text' ? 'code' : name}{fill:${colors[shade]}}`))
      .join('');
  return `.code{font:${String(CELL.font)}px ui-monospace,SFMono-Regular,"SF Mono",Menlo,Consolas,"Liberation Mono","DejaVu Sans Mono",monospace;white-space:pre}.bold{font-weight:700}${rules(0)}@media(prefers-color-scheme:dark){${rules(1)}}`;
}

/** A window with a command and what it printed, as SVG: for a page that shows no terminal. The same text gives the same bytes. */
export function drawTerminal(command: string, output: string): string {
  const lines = [`\u001b[2m$\u001b[0m \u001b[1m${command}\u001b[0m`, ...output.trimEnd().split('\n')];
  const columns = Math.max(...lines.map(line => readLine(line).reduce((sum, { text }) => sum + widthOf(text), 0)));
  const [width, height] = [Math.ceil(columns * CELL.width + 2 * MARGIN), Math.ceil(BAR + lines.length * CELL.height + 2 * MARGIN - 8)];
  const lights = ['#ff5f57', '#febc2e', '#28c840'].map(
    (color, index) => `<circle cx="${String(24 + index * 20)}" cy="${String(BAR / 2)}" r="6" fill="${color}"/>\n`,
  );
  const title = escapeXml(`What ${command} prints`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}" viewBox="0 0 ${String(width)} ${String(height)}" role="img" aria-label="${title}">\n`,
    `<title>${title}</title>\n<style>${styles()}</style>\n`,
    `<clipPath id="window"><rect width="${String(width)}" height="${String(height)}" rx="10"/></clipPath>\n`,
    `<g clip-path="url(#window)"><rect class="window" width="100%" height="100%"/><rect class="bar" width="100%" height="${String(BAR)}"/></g>\n`,
    `<path class="frame" d="M0 ${String(BAR)}.5H${String(width)}" fill="none"/>\n`,
    `<rect class="frame" x=".5" y=".5" width="${String(width - 1)}" height="${String(height - 1)}" rx="9.5" fill="none"/>\n`,
    ...lights,
    `<g class="code" xml:space="preserve">\n${lines.map(drawLine).join('')}</g>\n</svg>\n`,
  ].join('');
}
