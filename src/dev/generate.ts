import { parseArgs } from 'node:util';
import { renderOptionTables } from '../cli/help.ts';
import { renderConfigurationKeys, renderConfigurationSchema } from '../core/config/schema.ts';
import { buildReportSchema } from '../core/report/report-schema.ts';
import { findStale, readText, writeStale, type GeneratedFile } from './generated-file.ts';
import { replaceBetween } from './markdown.ts';
import { renderNotice } from './notice.ts';
import { withBlocks } from './page-blocks.ts';
import { readRuleFolders, type RuleFolder } from './rule-folders.ts';
import { renderRuleIndex } from './rule-index.ts';
import { renderRuleTables, withHeader } from './rule-pages.ts';

/** What a run makes, and what keeps it from making more. */
interface Made {
  readonly files: readonly GeneratedFile[];
  readonly faults: readonly string[];
}

/** The parts of the README that tables write. */
function renderReadme(folders: readonly RuleFolder[]): Made {
  const sections = [
    { name: 'rules', text: renderRuleTables(folders.map(({ rule }) => rule)) },
    { name: 'commands', text: renderOptionTables() },
    { name: 'configuration', text: renderConfigurationKeys() },
  ];
  const faults: string[] = [];
  let readme = readText('README.md') ?? '';
  for (const { name, text } of sections) {
    const replaced = replaceBetween(readme, name, text);
    if (replaced === undefined) faults.push(`README.md has no <!-- ${name} --> ... <!-- /${name} -->`);
    else readme = replaced;
  }
  return { files: faults.length > 0 ? [] : [{ path: 'README.md', text: readme }], faults };
}

/** The pages of a rule. What the linter prints is rewritten on demand only: nobody blesses a changed output by accident. */
function renderPages(folder: RuleFolder, update: boolean): Made {
  const { id, rule, docs, cases } = folder;
  const [page, more] = [`rules/${id}/docs.md`, `rules/${id}/cases.md`];
  const withHead = docs === undefined ? undefined : withHeader(folder, docs);
  const fault = docs === undefined ? `${page} is missing` : `${page} has no <!-- facts --> ... <!-- /facts --> for the generated head`;
  const texts = [...(withHead === undefined ? [] : [{ path: page, text: withHead }]), ...(cases === undefined ? [] : [{ path: more, text: cases }])];
  const files = update ? texts.map(({ path, text }) => ({ path, text: withBlocks(rule, path, text) })) : texts;
  return { files, faults: withHead === undefined ? [fault] : [] };
}

const renderSchemas = (folders: readonly RuleFolder[]): GeneratedFile[] => [
  { path: 'schemas/report.schema.json', text: `${JSON.stringify(buildReportSchema(), null, 2)}\n` },
  { path: 'schemas/config.schema.json', text: renderConfigurationSchema(folders.map(({ rule }) => rule)) },
];

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
  const settle = values.check ? findStale : writeStale;
  const folders = await readRuleFolders(id => import(new URL(`./rules/${id}.mjs`, import.meta.url).href));
  const index = renderRuleIndex(folders.map(({ rule }) => rule));
  const pages = [...folders.map(folder => renderPages(folder, values.check || process.env['UPDATE'] === '1')), renderReadme(folders)];
  const stale = settle([...index, ...renderSchemas(folders), ...pages.flatMap(({ files }) => files)]);
  // The notice comes last: it is made from a build, which needs the index.
  stale.push(...settle([await renderNotice()]));
  const faults = pages.flatMap(made => made.faults);
  for (const path of stale) process.stdout.write(`${values.check ? 'stale' : 'written'}: ${path}\n`);
  for (const fault of faults) process.stdout.write(`${fault}\n`);
  if (values.check && stale.length > 0) process.stdout.write('`UPDATE=1 npm run generate` writes what is stale\n');
  return faults.length > 0 || (values.check && stale.length > 0) ? 1 : 0;
}

process.exitCode = await main();
