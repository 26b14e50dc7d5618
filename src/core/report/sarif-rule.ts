import type { RuleMeta } from '../rule/define-rule.ts';
import type { Severity } from '../rule/finding.ts';
import type { SubjectName } from '../rule/subjects.ts';
import { docsUrl } from './docs-url.ts';
import { abridge, fenceTitle, readBlocks, type Block } from './rule-page.ts';
import { bound, endWithStop } from './sarif-text.ts';

export const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

const PROBLEMS = { error: 'error', warning: 'warning', info: 'recommendation' } as const;

/** Code scanning calls these scores high, medium and low. Critical (over 9.0) is what somebody exploits now: no file says so. */
const SECURITY_SEVERITIES: Readonly<Record<Severity, string>> = { error: '8.0', warning: '5.5', info: '2.0' };

const SECURITY_CATEGORIES: ReadonlySet<RuleMeta['category']> = new Set(['security', 'rbac']);

/** What they judge is checked against the server's own answers, or is all there in the file. */
const PROVEN: ReadonlySet<SubjectName> = new Set(['refusal', 'document', 'file', 'configuration', 'suppression']);

/** Code scanning keeps ten tags of a rule. */
const MOST_TAGS = 10;

/** Lengths that code scanning documents. */
const LONGEST_NAME = 255;
const LONGEST_DESCRIPTION = 1024;

/** Pages of our own are shorter; a plugin may bring any. */
const LONGEST_HELP = 20_000;

/** How often the findings of a rule are true. What rests on evidence of several objects may have an explanation that no file holds. */
function precisionOf({ subject, severity }: RuleMeta): string {
  if (PROVEN.has(subject)) return 'very-high';
  return severity === 'info' ? 'medium' : 'high';
}

/** Names of rules are in Pascal case, so that viewers may show them in place of the id. */
function ruleName(id: string): string {
  return id.replaceAll(/(?:^|[^a-zA-Z0-9]+)(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** Tags filter alerts. `security` is kept for the rules whose findings code scanning treats as security alerts. */
function tagsOf({ category, presets }: RuleMeta, isSecurity: boolean): string[] {
  const wanted = ['kubernetes', category, ...(isSecurity ? ['security'] : []), ...presets.filter(preset => preset !== 'security')];
  return [...new Set(wanted)].slice(0, MOST_TAGS);
}

/** The sections that a reader of an alert needs; the facts of the table have fields of their own. */
const SECTIONS = ['What it finds', 'Why it matters', 'How to fix it', 'Examples', 'When it stays silent'];
const SECTIONS_OF_TEXT = SECTIONS.slice(0, 3);

function sectionsOf(blocks: readonly Block[], names: readonly string[]): readonly Block[] {
  let section = '';
  return blocks.filter(block => {
    if (block.kind === 'heading') section = block.text;
    return names.includes(section);
  });
}

function plainText(markdown: string): string {
  return markdown
    .replaceAll(/\[([^\]]+)\]\(([^)]+)\)/g, '$1')
    .replaceAll(/`([^`]+)`/g, '$1')
    .replaceAll(/\*\*([^*]+)\*\*/g, '$1');
}

function renderMarkdownBlock(block: Block, before: Block | undefined): string {
  if (block.kind === 'heading') return `\n## ${block.text}\n\n`;
  const gap = before === undefined || before.kind === 'heading' || (before.kind === 'item' && block.kind === 'item') ? '' : '\n';
  if (block.kind !== 'fence') return `${gap}${block.kind === 'item' ? '- ' : ''}${block.text}\n`;
  const title = fenceTitle(block.info);
  const language = block.info.split(/\s+/)[0] ?? '';
  return `${gap}${title === undefined ? '' : `${title}\n\n`}\`\`\`${language}\n${block.code.map(line => `${line}\n`).join('')}\`\`\`\n`;
}

function markdownHelp(rule: RuleMeta, blocks: readonly Block[]): string {
  const shown = sectionsOf(blocks, SECTIONS);
  const page = shown.map((block, index) => renderMarkdownBlock(block, shown[index - 1])).join('');
  const link = `[${shown.length === 0 ? 'How it is found and mended' : 'The whole page'}](${docsUrl(rule)})`;
  return shown.length === 0 ? `${endWithStop(rule.title)} ${link}` : `${bound(page.trim(), LONGEST_HELP)}\n\n${link}`;
}

function textHelp(rule: RuleMeta, blocks: readonly Block[]): string {
  const sentences = sectionsOf(blocks, SECTIONS_OF_TEXT).flatMap(block => (block.kind === 'paragraph' || block.kind === 'item' ? [plainText(block.text)] : []));
  return `${bound([endWithStop(rule.title), ...sentences].join('\n'), LONGEST_HELP)}\nSee ${docsUrl(rule)}`;
}

/** What the rule finds, in the words of its page. */
function descriptionOf({ title }: RuleMeta, blocks: readonly Block[]): string {
  const found = sectionsOf(blocks, SECTIONS.slice(0, 1)).flatMap(block => (block.kind === 'paragraph' || block.kind === 'item' ? [plainText(block.text)] : []));
  return bound(found.length === 0 ? endWithStop(title) : found.join(' '), LONGEST_DESCRIPTION);
}

/** A rule as code scanning shows it beside its alerts. `page` is its page in Markdown. */
export function sarifRule(rule: RuleMeta, page = ''): object {
  const { id, title, category, severity } = rule;
  const blocks = abridge(readBlocks(page));
  const isSecurity = SECURITY_CATEGORIES.has(category);
  return {
    id,
    name: bound(ruleName(id), LONGEST_NAME),
    shortDescription: { text: bound(endWithStop(title), LONGEST_DESCRIPTION) },
    fullDescription: { text: descriptionOf(rule, blocks) },
    help: { text: textHelp(rule, blocks), markdown: markdownHelp(rule, blocks) },
    helpUri: docsUrl(rule),
    defaultConfiguration: { level: LEVELS[severity] },
    properties: {
      tags: tagsOf(rule, isSecurity),
      precision: precisionOf(rule),
      'problem.severity': PROBLEMS[severity],
      ...(isSecurity ? { 'security-severity': SECURITY_SEVERITIES[severity] } : {}),
    },
  };
}
