import { parseArgs } from 'node:util';
import { renderOptionTables } from '../cli/help.ts';
import { renderConfigurationKeys, renderConfigurationSchema } from '../core/config/schema.ts';
import { buildBaselineSchema } from '../core/engine/baseline-schema.ts';
import { buildEndpointsSchema } from '../core/report/endpoints-schema.ts';
import { buildGraphSchema } from '../core/report/graph/graph-schema.ts';
import { buildReportSchema } from '../core/report/report-schema.ts';
import { buildRoutesSchema } from '../core/report/routes-schema.ts';
import type { AnyRule } from '../core/rule/define-rule.ts';
import { renderExamplePicture } from './example-picture.ts';
import { findStale, readText, writeStale, type GeneratedFile } from './generated-file.ts';
import { replaceBetween } from './markdown.ts';
import { renderNotice } from './notice.ts';
import { withBlocks } from './page-blocks.ts';
import { renderReportPages } from './report-page.ts';
import { readRuleFolders, type RuleFolder } from './rule-folders.ts';
import { renderRuleIndex } from './rule-index.ts';
import { renderRuleTables, withHeader } from './rule-pages.ts';

/** What a run makes, and what keeps it from making more. */
interface Made {
  readonly files: readonly GeneratedFile[];
  readonly faults: readonly string[];
}

/** The parts of the README that are tables of the code, each between `<!-- name -->` and `<!-- /name -->`. */
function renderReadme(rules: readonly AnyRule[]): Made {
  const parts = { commands: renderOptionTables(), configuration: renderConfigurationKeys(), rules: renderRuleTables(rules) };
  let text = readText('README.md') ?? '';
  const faults: string[] = [];
  for (const [name, part] of Object.entries(parts)) {
    const next = replaceBetween(text, name, part);
    if (next === undefined) faults.push(`README.md has no <!-- ${name} --> ... <!-- /${name} -->`);
    text = next ?? text;
  }
  return { files: [{ path: 'README.md', text }], faults };
}

/** The pages of a rule. What the linter prints is rewritten on demand only: nobody blesses a changed output by accident. */
function renderPages(folder: RuleFolder, known: readonly AnyRule[], update: boolean): Made {
  const { id, rule, docs, cases } = folder;
  const [page, more] = [`rules/${id}/docs.md`, `rules/${id}/cases.md`];
  const withHead = docs === undefined ? undefined : withHeader(folder, docs);
  const fault = docs === undefined ? `${page} is missing` : `${page} has no <!-- facts --> ... <!-- /facts --> for the generated head`;
  const texts = [...(withHead === undefined ? [] : [{ path: page, text: withHead }]), ...(cases === undefined ? [] : [{ path: more, text: cases }])];
  const files = update ? texts.map(page => ({ path: page.path, text: withBlocks(rule, page, known) })) : texts;
  return { files, faults: withHead === undefined ? [fault] : [] };
}

const renderSchemas = (rules: readonly AnyRule[]): GeneratedFile[] => [
  { path: 'schemas/report.schema.json', text: `${JSON.stringify(buildReportSchema(), null, 2)}\n` },
  { path: 'schemas/baseline.schema.json', text: `${JSON.stringify(buildBaselineSchema(), null, 2)}\n` },
  { path: 'schemas/graph.schema.json', text: `${JSON.stringify(buildGraphSchema(), null, 2)}\n` },
  { path: 'schemas/endpoints.schema.json', text: `${JSON.stringify(buildEndpointsSchema(), null, 2)}\n` },
  { path: 'schemas/routes.schema.json', text: `${JSON.stringify(buildRoutesSchema(), null, 2)}\n` },
  { path: 'schemas/config.schema.json', text: renderConfigurationSchema(rules) },
];

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
  const settle = values.check ? findStale : writeStale;
  const folders = await readRuleFolders(id => import(new URL(`./rules/${id}.mjs`, import.meta.url).href));
  const rules = folders.map(({ rule }) => rule);
  const pages = [...folders.map(folder => renderPages(folder, rules, values.check || process.env['UPDATE'] === '1')), renderReadme(rules)];
  const stale = settle([...renderRuleIndex(rules), ...renderSchemas(rules), ...(await renderReportPages()), ...pages.flatMap(({ files }) => files)]);
  // What is made from a build comes last: a build needs the index.
  stale.push(...settle([await renderNotice(), await renderExamplePicture()]));
  const faults = pages.flatMap(made => made.faults);
  for (const path of stale) process.stdout.write(`${values.check ? 'stale' : 'written'}: ${path}\n`);
  for (const fault of faults) process.stdout.write(`${fault}\n`);
  if (values.check && stale.length > 0) process.stdout.write('`UPDATE=1 npm run generate` writes what is stale\n');
  return faults.length > 0 || (values.check && stale.length > 0) ? 1 : 0;
}

process.exitCode = await main();
