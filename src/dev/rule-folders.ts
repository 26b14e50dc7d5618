import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { AnyRule } from '../core/rule/define-rule.ts';
import { readText } from './generated-file.ts';

/** A folder of rules/, with its pages as texts. */
export interface RuleFolder {
  readonly id: string;
  readonly rule: AnyRule;
  /** Undefined while the page is not written: the index is made without it. */
  readonly docs: string | undefined;
  /** Undefined where all cases stand on the page. */
  readonly cases: string | undefined;
}

/** Names of the folders of rules/, sorted. */
export function findRuleIds(): string[] {
  return readdirSync('rules', { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .sort();
}

function isRule(value: unknown): value is AnyRule {
  return typeof value === 'object' && value !== null && 'id' in value && 'check' in value && typeof value.check === 'function';
}

/** Reads every rule folder; `load` imports a rule module, which is built code in the generator and source in the tests. */
export async function readRuleFolders(load: (id: string) => Promise<unknown>): Promise<RuleFolder[]> {
  return Promise.all(
    findRuleIds().map(async id => {
      const module = await load(id);
      const rule = typeof module === 'object' && module !== null && 'default' in module ? module.default : undefined;
      if (!isRule(rule)) throw new Error(`rules/${id}/rule.ts has no rule as its default export`);
      if (rule.id !== id) throw new Error(`rules/${id}/rule.ts defines "${rule.id}"`);
      return { id, rule, docs: readText(path.join('rules', id, 'docs.md')), cases: readText(path.join('rules', id, 'cases.md')) };
    }),
  );
}
