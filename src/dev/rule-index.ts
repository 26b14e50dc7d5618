import { CATEGORIES, type AnyRule } from '../core/rule/define-rule.ts';
import type { GeneratedFile } from './generated-file.ts';

const HEADER = '// Written by `npm run generate` from the rule folders. Not edited by hand.\n';

const identifierOf = (id: string): string => id.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());

const quote = (text: string): string => `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;

const keyOf = (name: string): string => (/^[A-Za-z_]\w*$/.test(name) ? name : quote(name));

/** JSON as the formatter writes it in TypeScript. */
function literalOf(value: unknown): string {
  if (typeof value === 'string') return quote(value);
  if (Array.isArray(value)) return `[${value.map(literalOf).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return `{ ${entries.map(([key, part]) => `${keyOf(key)}: ${literalOf(part)}`).join(', ')} }`;
}

/** What is known of a rule before its category is loaded: its metadata, and its options, which the configuration needs. */
function entryOf(rule: AnyRule): string {
  const { id, title, category, severity, presets, subject, checks, references, fix, since, options } = rule;
  return `  ${literalOf({ id, title, category, severity, presets, subject, checks, references, fix, since, options })},\n`;
}

/** Rules on refusals load apart: a set of which nothing is refused never needs them. */
function chunkOf({ category, subject }: AnyRule): string {
  return subject === 'refusal' ? `${category}-refusals` : category;
}

function chunkModule(chunk: string, rules: readonly AnyRule[]): GeneratedFile {
  const imports = rules.map(({ id }) => `import ${identifierOf(id)} from './${id}/rule.ts';\n`);
  const names = rules.map(({ id }) => `  ${identifierOf(id)},\n`);
  const text = `${HEADER}import type { AnyRule } from '../src/core/api.ts';\n${imports.join('')}\nexport const rules: readonly AnyRule[] = [\n${names.join('')}];\n`;
  return { path: `rules/${chunk}.generated.ts`, text };
}

/** The light index of all rules, and modules that hold their checks: by category, those on refusals apart. */
export function renderRuleIndex(rules: readonly AnyRule[]): GeneratedFile[] {
  const byCategory = CATEGORIES.map(category => ({ category, own: rules.filter(rule => rule.category === category) })).filter(({ own }) => own.length > 0);
  const chunks = [...new Set(byCategory.flatMap(({ own }) => own.map(chunkOf)))];
  const loads = chunks.map(chunk => `  ${keyOf(chunk)}: async () => (await import('./${chunk}.generated.ts')).rules,\n`);
  const index = [
    HEADER,
    "import type { AnyRule, Category, RuleMeta } from '../src/core/api.ts';\n\n",
    '/** Every rule, without its check: sorted by category and id. */\n',
    `export const rules: readonly (RuleMeta & Pick<AnyRule, 'options'>)[] = [\n${byCategory.flatMap(({ own }) => own.map(entryOf)).join('')}];\n\n`,
    '/** The checks by category, those on refusals apart; each is a chunk of its own. */\n',
    `export const checks: Readonly<Partial<Record<Category | \`${'$'}{Category}-refusals\`, () => Promise<readonly AnyRule[]>>>> = {\n${loads.join('')}};\n`,
  ];
  return [
    { path: 'rules/index.ts', text: index.join('') },
    ...chunks.map(chunk =>
      chunkModule(
        chunk,
        rules.filter(rule => chunkOf(rule) === chunk),
      ),
    ),
  ];
}
