import type { AnyRule, RuleContext } from './define-rule.ts';
import type { Finding, Undecided } from './finding.ts';
import { isObject } from './plugin-faults.ts';
import type { SubjectName, Subjects } from './subjects.ts';

/** What a rule yields that is no finding: a crash of that rule, and of no more. */
class OutcomeError extends TypeError {
  override readonly name = 'TypeError';
}

function demand(holds: boolean, fault: string): asserts holds {
  if (!holds) throw new OutcomeError(fault);
}

function isIterable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}

function isSpan(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { start, end } = value;
  return Number.isSafeInteger(start) && Number.isSafeInteger(end) && Number(start) >= 0 && Number(start) <= Number(end);
}

/** Told by its shape: a plugin may stand beside a svclint of its own, whose classes are others. */
function isFile(value: unknown): boolean {
  return isObject(value) && typeof value['path'] === 'string' && typeof value['text'] === 'string';
}

function isPlace(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { document, span } = value;
  return isSpan(span) && isObject(document) && isFile(document['file']);
}

function isResource(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { metadata, kind, apiVersion } = value;
  return typeof kind === 'string' && typeof apiVersion === 'string' && isObject(metadata) && typeof metadata['get'] === 'function';
}

function listOf(value: unknown, name: string): readonly unknown[] {
  if (value === undefined) return [];
  demand(Array.isArray(value), `it yields ${name} that are no list`);
  return value;
}

function checkFix(fix: unknown): void {
  demand(isObject(fix) && typeof fix['title'] === 'string', 'it yields a fix without a title');
  demand(fix['safety'] === 'safe' || fix['safety'] === 'unsafe', 'it yields a fix whose safety is neither safe nor unsafe');
  const edits = listOf(fix['edits'], 'edits');
  demand(edits.length > 0, 'it yields a fix without edits');
  for (const edit of edits) {
    const isEdit = isObject(edit) && isFile(edit['file']) && isSpan(edit['span']) && typeof edit['newText'] === 'string';
    demand(isEdit, 'it yields an edit that setScalar, removeKey and the like did not make');
  }
}

function checkFinding(finding: Readonly<Record<string, unknown>>, { variants }: AnyRule): void {
  const { variant, message, at, severity } = finding;
  demand(typeof variant === 'string' && Object.hasOwn(variants, variant), `it yields a finding of variant "${String(variant)}", which it does not declare`);
  demand(typeof message === 'string' && message.trim() !== '', 'it yields a finding without a message');
  demand(isPlace(at), 'it yields a finding whose "at" is no place of a manifest');
  demand(finding['help'] === undefined || typeof finding['help'] === 'string', 'it yields a help that is no text');
  demand(severity === undefined || ['error', 'warning', 'info'].some(known => known === severity), `it yields the severity "${String(severity)}"`);
  demand(finding['resource'] === undefined || isResource(finding['resource']), 'it yields a "resource" that is no object of a manifest');
  for (const related of listOf(finding['related'], 'related places')) {
    demand(isObject(related) && isPlace(related['at']) && typeof related['note'] === 'string', 'it yields a related place without "at" or "note"');
  }
  listOf(finding['fixes'], 'fixes').forEach(checkFix);
}

function isOutcome(outcome: unknown, rule: AnyRule): outcome is Finding | Undecided {
  demand(isObject(outcome), 'it yields something else than a finding');
  if (!('undecided' in outcome)) checkFinding(outcome, rule);
  else {
    const question = String(outcome['undecided']);
    demand(Object.hasOwn(rule.questions ?? {}, question), `it asks the question "${question}", which it does not declare`);
    demand(isPlace(outcome['at']), 'it asks a question whose "at" is no place of a manifest');
  }
  return true;
}

/** The rule of a plugin as the engine runs it: under its full id, and stopped where it yields what no report can hold. */
export function guardRule(rule: AnyRule, id: string): AnyRule {
  return {
    ...rule,
    id,
    *check(subject: Subjects[SubjectName], context: RuleContext) {
      const outcomes = rule.check(subject, context);
      demand(isIterable(outcomes), 'check is no generator: write *check(…) { yield … }');
      for (const outcome of outcomes) if (isOutcome(outcome, rule)) yield outcome;
    },
  };
}
