import { createHash } from 'node:crypto';
import { rolldown } from 'rolldown';
import { readText, type GeneratedFile } from './generated-file.ts';

const FOLDER = 'src/core/report/html';

/** The parts of the style; later ones override earlier ones. */
const STYLES = ['base', 'page', 'filters', 'findings', 'code', 'closing', 'media'];

async function bundleScript(): Promise<string> {
  const bundle = await rolldown({ input: `${FOLDER}/page/main.ts`, platform: 'browser', tsconfig: false });
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

/** What the HTML report carries: its script and its style as texts, and their hashes for its policy. */
export async function renderReportPage(): Promise<GeneratedFile> {
  const texts = { SCRIPT: await bundleScript(), STYLE: STYLES.map(name => shortenStyle(readText(`${FOLDER}/page/style/${name}.css`) ?? '')).join('') };
  const constants = Object.entries(texts).flatMap(([name, text]) => {
    if (/<\/|<!--/.test(text)) throw new Error(`${name} of the HTML report would end its element`);
    return [`export const ${name} = ${literal(text)};`, `export const ${name}_HASH = ${literal(hashOf(text))};`];
  });
  const text = `// Generated from page/ by \`npm run generate\`.\n${constants.join('\n')}\n`;
  return { path: `${FOLDER}/page.generated.ts`, text };
}
