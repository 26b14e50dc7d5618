import { abridge, readBlocks } from '../../core/report/rule-page.ts';
import type { RuleMeta } from '../../core/rule/define-rule.ts';
import { rulesWith } from '../../index.ts';
import { readRulePage } from '../../node/rule-page.ts';
import { wantsColor } from '../color.ts';
import type { Run } from '../run.ts';
import { EXIT } from '../exit-code.ts';
import { isPluginList, readPluginsHere } from '../plugins.ts';
import { stop } from '../prepare.ts';
import { unknownRule } from '../read-flags.ts';
import { renderMarkdown } from '../render-markdown.ts';
import { paintWith, type Paint } from '../terminal.ts';

const WIDEST = 100;

function renderFacts({ id, category, severity, presets, fix, since }: RuleMeta, paint: Paint): string {
  const facts = [severity, category, `preset ${presets.join(', ')}`, fix === 'no' ? 'no fix' : `${fix} fix`, `since ${since}`];
  return `${paint('bold', id)}  ${paint('dim', facts.join(' · '))}\n`;
}

function renderOptions({ options }: RuleMeta, paint: Paint): string {
  const rows = Object.entries(options ?? {}).map(([name, option]) => `  ${paint('cyan', name)}: ${option.about} (default ${JSON.stringify(option.default)})\n`);
  return rows.length === 0 ? '' : `\n${paint('bold', 'Options')}\n${rows.join('')}`;
}

/** `svclint explain RULE`: the page of the rule, as a terminal shows it. */
export const run: Run = async ({ operands, options }, terminal) => {
  const [id, extra] = operands;
  if (id === undefined || extra !== undefined)
    return stop({ problem: '`svclint explain` takes the name of one rule', help: '`svclint rules` lists them' }, terminal);
  const plugins = await readPluginsHere(options, terminal);
  if (!isPluginList(plugins)) return stop(plugins, terminal);
  const rules = rulesWith(plugins);
  const rule = rules.find(known => known.id === id);
  if (!rule) return stop(unknownRule(id, rules), terminal);
  const paint = paintWith(wantsColor(options, terminal));
  const blocks = readBlocks(rule.docs ?? readRulePage(id) ?? `# ${rule.title}\n`);
  const shown = options.isSet('verbose') ? blocks : abridge(blocks);
  const page = renderMarkdown(shown, { paint, width: Math.min(terminal.columns ?? WIDEST, WIDEST) });
  terminal.out(`${renderFacts(rule, paint)}${page}${renderOptions(rule, paint)}`);
  return EXIT.clean;
};
