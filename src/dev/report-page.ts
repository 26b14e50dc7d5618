import { createHash } from 'node:crypto';
import { rolldown } from 'rolldown';
import { readText, type GeneratedFile } from './generated-file.ts';

/** A page that a report is: where its script and its style are. */
interface PageSource {
  readonly folder: string;
  /** The parts of the style; later ones override earlier ones. */
  readonly styles: readonly string[];
  /** Texts beside them. */
  readonly more?: () => Readonly<Record<string, string>>;
}

const FOLDER = 'src/core/report/html';
const GRAPH = 'src/core/report/graph';

async function bundleScript(folder: string): Promise<string> {
  const bundle = await rolldown({ input: `${folder}/page/main.ts`, platform: 'browser', tsconfig: false });
  const { output } = await bundle.generate({ format: 'iife', minify: true, comments: false });
  await bundle.close();
  return output[0].code.trim();
}

/** Without comments and indentation. The style has no texts in which they would count. */
function shortenStyle(css: string): string {
  return css
    .replaceAll(/\/\*.*?\*\//gs, '')
    .replaceAll(/\s*\n\s*/g, '')
    .replaceAll(/\s*([{};])\s*/g, '$1')
    .replaceAll(';}', '}');
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** A text as a literal of ASCII alone. */
function literal(text: string): string {
  return JSON.stringify(text).replaceAll(/[^\x20-\x7e]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const readStyle = (path: string): string => readText(`${path}.css`) ?? '';

/** The style of a picture that stands alone: programs that draw it may know no variables, so each colour is written out, for light and dark. */
function styleOfPicture(): string {
  const known = `${readStyle(`${FOLDER}/page/style/base`)}${readStyle(`${GRAPH}/page/style/colors`)}`;
  const colors = new Map(
    [...known.matchAll(/(--[\w-]+): light-dark\((.*?), ([^,]*?)\);/g)].map(([, name = '', light = '', dark = '']) => [name, [light, dark] as const]),
  );
  const fill = (scheme: 0 | 1): string =>
    shortenStyle(readStyle(`${GRAPH}/page/style/graph`)).replaceAll(/var\((--[\w-]+)\)/g, (_, name: string) => {
      const color = colors.get(name)?.[scheme];
      if (color === undefined) throw new Error(`the graph's style uses ${name}, which is no colour of both schemes`);
      return color;
    });
  return `${fill(0)}@media (prefers-color-scheme:dark){${fill(1)}}`;
}

const PAGES: readonly PageSource[] = [
  { folder: FOLDER, styles: ['base', 'page', 'filters', 'findings', 'code', 'closing', 'media'].map(name => `${FOLDER}/page/style/${name}`) },
  {
    folder: GRAPH,
    styles: [`${FOLDER}/page/style/base`, ...['colors', 'graph', 'page'].map(name => `${GRAPH}/page/style/${name}`)],
    more: () => ({ SVG_STYLE: styleOfPicture() }),
  },
];

async function renderPage({ folder, styles, more = () => ({}) }: PageSource): Promise<GeneratedFile> {
  const texts = { SCRIPT: await bundleScript(folder), STYLE: styles.map(path => shortenStyle(readStyle(path))).join('') };
  const constants = Object.entries({ ...texts, ...more() }).flatMap(([name, text]) => {
    if (/<\/|<!--/.test(text)) throw new Error(`${name} of ${folder} would end its element`);
    return [`export const ${name} = ${literal(text)};`, ...(name in texts ? [`export const ${name}_HASH = ${literal(hashOf(text))};`] : [])];
  });
  const text = `// Generated from page/ by \`npm run generate\`.\n${constants.join('\n')}\n`;
  return { path: `${folder}/page.generated.ts`, text };
}

/** What the reports for browsers carry: their scripts and styles as texts, with the hashes for their policies. */
export async function renderReportPages(): Promise<readonly GeneratedFile[]> {
  return Promise.all(PAGES.map(renderPage));
}
