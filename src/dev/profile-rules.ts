import { readdirSync } from 'node:fs';
import path from 'node:path';
import { buildSettings } from '../core/engine/settings.ts';
import type { AnyRule } from '../core/rule/define-rule.ts';
import { readInput } from '../node/read-input.ts';
import { lintWith } from './lint-case.ts';
import { readRuleFolders } from './rule-folders.ts';
import { sharedRoot } from './shared-tool.ts';

/** What a rule may take of a run. */
const MOST = 0.1;
const SHOWN = 10;
const SETTINGS = buildSettings([], { presets: ['recommended', 'strict'] });

/** The same rule with a clock around each step of its check. A prediction that several rules share counts for the first that asks for it. */
function withClock(rule: AnyRule, times: Map<string, number>): AnyRule {
  const add = (start: number): void => {
    times.set(rule.id, (times.get(rule.id) ?? 0) + performance.now() - start);
  };
  return {
    ...rule,
    *check(subject, context) {
      let start = performance.now();
      const found = rule.check(subject, context)[Symbol.iterator]();
      for (let step = found.next(); step.done !== true; step = found.next()) {
        add(start);
        yield step.value;
        start = performance.now();
      }
      add(start);
    },
  };
}

/** Lints every repository of the corpus with all rules of the presets; the second round counts, when the code is compiled. */
async function profile(rules: readonly AnyRule[], times: Map<string, number>): Promise<number> {
  const clocked = rules.map(rule => withClock(rule, times));
  let total = 0;
  const corpus = path.join(sharedRoot, 'corpus');
  for (const { name } of readdirSync(corpus, { withFileTypes: true }).filter(entry => entry.isDirectory())) {
    const { files } = await readInput(['.'], path.join(corpus, name), { ignore: false });
    lintWith(rules, files, SETTINGS);
    const start = performance.now();
    lintWith(clocked, files, SETTINGS);
    total += performance.now() - start;
  }
  return total;
}

const folders = await readRuleFolders(id => import(new URL(`./rules/${id}.mjs`, import.meta.url).href));
const isOn = ({ presets }: AnyRule): boolean => presets.some(preset => SETTINGS.presets.has(preset));
const times = new Map<string, number>();
const total = await profile(
  folders.map(({ rule }) => rule).filter(rule => isOn(rule)),
  times,
);
const slowest = [...times].sort((a, b) => b[1] - a[1]);
const percent = (ms: number): string => `${((100 * ms) / total).toFixed(1)} %`.padStart(7);
for (const [id, ms] of slowest.slice(0, SHOWN)) process.stdout.write(`${percent(ms)}  ${ms.toFixed(0).padStart(6)} ms  ${id}\n`);
const all = slowest.reduce((sum, [, ms]) => sum + ms, 0);
process.stdout.write(`${percent(all)}  ${all.toFixed(0).padStart(6)} ms  all ${String(slowest.length)} rules of a run of ${total.toFixed(0)} ms\n`);
const over = slowest.filter(([, ms]) => ms > MOST * total);
for (const [id] of over) process.stdout.write(`${id} takes more than ${String(100 * MOST)} % of the run\n`);
process.exitCode = over.length === 0 ? 0 : 1;
