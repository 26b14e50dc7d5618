import { CONFIGURED_ROW_IDS } from '../model/references/configured.ts';
import { REFERENCE_ROWS } from '../model/references/rows/index.ts';
import { CATEGORIES, PRESETS, type AnyRule } from './define-rule.ts';
import { guardRule } from './guard-rule.ts';
import { isObject, PluginFaults, type Members } from './plugin-faults.ts';
import type { Plugin } from './plugin.ts';
import type { SubjectName } from './subjects.ts';

const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const SEVERITIES = ['error', 'warning', 'info'];

const SUBJECTS: Readonly<Record<SubjectName, boolean>> = {
  file: true,
  document: true,
  resource: true,
  service: true,
  'service-port': true,
  endpoints: true,
  'disruption-budget': true,
  'pod-template': true,
  container: true,
  probe: true,
  reference: true,
  ingress: true,
  'ingress-backend': true,
  'ingress-class': true,
  'service-monitor': true,
  kustomization: true,
  release: true,
  chart: true,
  cluster: true,
  suppression: true,
  // What the API server says, and what is wrong in a configuration, has one owner each, which svclint brings.
  refusal: false,
  configuration: false,
};

/** What a rule of a plugin may be about. */
export const PLUGIN_SUBJECTS: readonly string[] = Object.entries(SUBJECTS).flatMap(([name, open]) => (open ? [name] : []));

const RULE_KEYS = [
  ...['id', 'title', 'category', 'severity', 'presets', 'subject', 'fix', 'since', 'judges', 'variants', 'check'],
  ...['options', 'questions', 'dependsOn', 'facts', 'docs', 'url', 'references'],
];

const ROW_IDS = [...REFERENCE_ROWS.map(({ id }) => id), ...CONFIGURED_ROW_IDS];

const areTexts = (value: unknown): boolean => Array.isArray(value) && value.every(element => typeof element === 'string');

function checkOptions(owner: string, members: Members, faults: PluginFaults): void {
  if (members['options'] === undefined) return;
  for (const [name, option] of faults.entries(owner, members, 'options')) {
    const own = `option "${name}" of ${owner}`;
    if (!isObject(option)) {
      faults.add(`${own} is no object`);
      continue;
    }
    faults.onlyKeys(own, option, ['default', 'about', 'values']);
    faults.text(own, option, 'about');
    const { default: value, values } = option;
    const isList = areTexts(value);
    if (values !== undefined && !areTexts(values)) faults.add(`values of ${own} is no list of texts`);
    if (!isList && !['string', 'number', 'boolean'].includes(typeof value)) faults.add(`default of ${own} is no text, number, boolean or list of texts`);
  }
}

function checkQuestions(owner: string, members: Members, faults: PluginFaults): void {
  if (members['questions'] === undefined) return;
  for (const [name, question] of faults.entries(owner, members, 'questions')) {
    const own = `question "${name}" of ${owner}`;
    if (isObject(question)) for (const key of ['one', 'many', 'decide']) faults.text(own, question, key);
    else faults.add(`${own} is no object`);
  }
}

function checkVariants(owner: string, members: Members, faults: PluginFaults): void {
  for (const [name, severity] of faults.entries(owner, members, 'variants')) {
    if (!SEVERITIES.some(known => known === severity)) faults.unknown(`severity of variant "${name}" of ${owner}:`, String(severity), SEVERITIES);
  }
}

/** A rule about references names the rows of the table that it is called with; without any it would never be called. */
function checkReferences(owner: string, members: Members, faults: PluginFaults): void {
  if (members['subject'] === 'reference') faults.words(owner, members, { key: 'references', known: ROW_IDS });
  else if (members['references'] !== undefined) faults.add(`references of ${owner} is for rules whose subject is reference`);
}

function checkUrl(owner: string, { url }: Members, faults: PluginFaults): void {
  if (url !== undefined && (typeof url !== 'string' || !/^https?:\/\/[^\s"<>\\^`{|}]+$/.test(url)))
    faults.add(`url of ${owner} is no address that starts with https://`);
}

/** What a rule is called in faults: by its id, else by its number. */
function nameRule(members: Members, index: number): string {
  return typeof members['id'] === 'string' ? `rule "${members['id']}"` : `rule ${String(index + 1)}`;
}

function isRule(members: unknown, index: number, faults: PluginFaults): members is AnyRule {
  const before = faults.all.length;
  if (!isObject(members)) {
    faults.add(`rule ${String(index + 1)} is no object`);
    return false;
  }
  const owner = nameRule(members, index);
  const id = faults.text(owner, members, 'id');
  if (id !== undefined && !NAME.test(id)) faults.add(`id "${id}" is not in kebab case, as no-latest-image (the plugin's name is put before it)`);
  faults.onlyKeys(owner, members, RULE_KEYS);
  for (const key of ['title', 'since']) faults.text(owner, members, key);
  faults.word(owner, members, { key: 'category', known: CATEGORIES });
  faults.word(owner, members, { key: 'severity', known: SEVERITIES });
  faults.words(owner, members, { key: 'presets', known: PRESETS });
  faults.word(owner, members, { key: 'subject', known: PLUGIN_SUBJECTS });
  faults.word(owner, members, { key: 'fix', known: ['safe', 'unsafe', 'no'] });
  faults.word(owner, members, { key: 'judges', known: ['object', 'cluster'] });
  checkVariants(owner, members, faults);
  checkOptions(owner, members, faults);
  checkQuestions(owner, members, faults);
  checkReferences(owner, members, faults);
  faults.optionalText(owner, members, 'docs');
  checkUrl(owner, members, faults);
  if (typeof members['check'] !== 'function') faults.add(`${owner} has no function check`);
  return faults.all.length === before;
}

function readName(exported: Members, faults: PluginFaults): string | undefined {
  const name = faults.text('the plugin', exported, 'name');
  if (name === undefined) return undefined;
  if (name === 'svclint') return faults.add('the name "svclint" is taken');
  return NAME.test(name) ? name : faults.add(`the name "${name}" is not in kebab case, as team-rules`);
}

function readRules(exported: Members, faults: PluginFaults): readonly AnyRule[] {
  const { rules } = exported;
  if (!Array.isArray(rules)) {
    faults.add(rules === undefined ? 'the plugin has no rules' : 'rules of the plugin is no list');
    return [];
  }
  const written: readonly unknown[] = rules;
  if (written.length === 0) faults.add('the plugin has no rules');
  const read = written.filter((rule, index) => isRule(rule, index, faults));
  const ids = read.map(({ id }) => id);
  for (const id of new Set(ids.filter((each, index) => ids.indexOf(each) < index))) faults.add(`two rules have the id "${id}"`);
  return read;
}

/** Reads what a module exports as a plugin. Its rules get their full ids, and are held to what a rule may say. */
export function readPlugin(exported: unknown): { readonly plugin: Plugin } | { readonly faults: readonly string[] } {
  const faults = new PluginFaults();
  if (!isObject(exported)) {
    faults.add('it exports no plugin: export default { name, rules: [ … ] }');
    return { faults: faults.all };
  }
  faults.onlyKeys('the plugin', exported, ['name', 'rules']);
  const name = readName(exported, faults);
  const rules = readRules(exported, faults);
  if (name === undefined || faults.all.length > 0) return { faults: faults.all };
  return { plugin: { name, rules: rules.map(rule => guardRule(rule, `${name}/${rule.id}`)) } };
}

/** Names that two plugins have. */
export function findDuplicateNames(plugins: readonly Plugin[]): readonly string[] {
  const names = plugins.map(({ name }) => name);
  return [...new Set(names.filter((name, index) => names.indexOf(name) < index))];
}
