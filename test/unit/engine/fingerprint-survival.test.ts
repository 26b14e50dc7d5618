import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnyRule } from '../../../src/core/api.ts';
import type { InputFile } from '../../../src/core/engine/input.ts';
import type { Report, ReportedFinding } from '../../../src/core/engine/report.ts';
import type { Finding, Undecided } from '../../../src/core/rule/finding.ts';
import { caseLine, type RuleCase } from '../../../src/dev/cases.ts';
import { lintCase } from '../../../src/dev/lint-case.ts';
import { casesOf } from '../../harness/contract.ts';
import { insertElements, lineStarts } from '../../harness/insertions.ts';
import { ruleFolders } from '../../harness/rules.ts';
import { reorder, restyle } from '../../harness/variations.ts';

const rules = ruleFolders.map(({ rule }) => rule);

interface Example {
  readonly rule: AnyRule;
  readonly example: RuleCase;
  readonly report: Report;
}

const lint = (rule: AnyRule, example: RuleCase, files: readonly InputFile[] = example.files): Report => lintCase(rule, { ...example, files }, rules);

/** Findings that have an object: the others are told by their file and their line. */
const withObject = ({ findings }: Report): ReportedFinding[] => findings.filter(({ resource }) => resource !== null);

const examples: readonly Example[] = ruleFolders
  .flatMap(folder => casesOf(folder).map(example => ({ rule: folder.rule, example, report: lint(folder.rule, example) })))
  .filter(({ report }) => withObject(report).length > 0);

/** What a finding says, wherever it stands. */
const toldOf = ({ variant, message, resource }: ReportedFinding): string => JSON.stringify([variant, message, resource]);

function byTold(report: Report): Map<string, string[]> {
  const told = new Map<string, string[]>();
  for (const finding of withObject(report)) told.set(toldOf(finding), [...(told.get(toldOf(finding)) ?? []), finding.fingerprint].sort());
  return told;
}

/** Findings that both reports have, and those among them whose fingerprints differ. Who is the second of two equal ones may change. */
function compare(before: Report, after: Report): { same: number; lost: string[] } {
  const [old, young] = [byTold(before), byTold(after)];
  const shared = [...old].filter(([told, fingerprints]) => young.get(told)?.length === fingerprints.length);
  const bare = (fingerprints: readonly string[] = []): string => fingerprints.map(each => each.replace(/:\d+$/, '')).join();
  return { same: shared.length, lost: shared.filter(([told, fingerprints]) => bare(young.get(told)) !== bare(fingerprints)).map(([told]) => told) };
}

/** The findings of all examples after a change, and how many of them are still said. */
function survey(change: (example: Example) => readonly (readonly InputFile[])[]): { kept: number; all: number; lost: string[] } {
  let [kept, all] = [0, 0];
  const lost: string[] = [];
  for (const each of examples) {
    for (const files of change(each)) {
      const found = compare(each.report, lint(each.rule, each.example, files));
      kept += found.same;
      all += byTold(each.report).size;
      lost.push(...found.lost.map(told => `${caseLine(each.example)}: ${told}`));
    }
  }
  return { kept, all, lost };
}

const filesOf = ({ example }: Example): readonly InputFile[] => example.files;

/** A name for a file that means nothing to a tool. */
const isFree = ({ path }: InputFile): boolean => !/(?:^|\/)(?:kustomization\.ya?ml|Chart\.yaml|\.svclint\.yaml|package\.json)$/.test(path);

const rename = (files: readonly InputFile[]): InputFile[] =>
  files.map(file => (isFree(file) ? { ...file, path: file.path.replace(/[^/]+$/, 'renamed-$&') } : file));

const move = (files: readonly InputFile[]): InputFile[] => files.map(({ path, text }) => ({ path: `elsewhere/deep/${path}`, text }));

function reword(rule: AnyRule): AnyRule {
  const turn = (text: string): string => [...text].reverse().join('');
  const say = (outcome: Finding | Undecided): Finding | Undecided =>
    'undecided' in outcome ? outcome : { ...outcome, message: turn(outcome.message), help: 'Do it' };
  return {
    ...rule,
    *check(subject, context) {
      for (const outcome of rule.check(subject, context)) yield say(outcome);
    },
  };
}

describe('fingerprints of the rules’ examples survive', () => {
  test.each([
    ['reordered documents and files', (each: Example) => reorder(filesOf(each)).map(({ files }) => files), 0.9],
    ['another indentation and other quotes', (each: Example) => restyle(filesOf(each)).map(({ files }) => files), 0.85],
    ['renamed files', (each: Example) => [rename(filesOf(each))], 0.9],
    ['moved files', (each: Example) => [move(filesOf(each))], 0.9],
  ])('%s', (_, change, share) => {
    const { kept, all, lost } = survey(change);
    expect(lost).toEqual([]);
    expect(kept / all).toBeGreaterThan(share);
  });

  test('changed messages', () => {
    for (const { rule, example, report } of examples) {
      const reworded = lintCase(reword(rule), example, rules);
      const sorted = (of: Report): string[] =>
        withObject(of)
          .map(({ fingerprint }) => fingerprint)
          .sort();
      expect(sorted(reworded), caseLine(example)).toEqual(sorted(report));
    }
  });

  test('inserted list entries', () => {
    const { kept, all, lost } = survey(({ example, report }) =>
      withObject(report).flatMap(({ location: { file, span } }) =>
        insertElements(file, span.start).map(changed => example.files.map(each => (each.path === changed.path ? changed : each))),
      ),
    );
    expect(lost).toEqual([]);
    expect(kept / all).toBeGreaterThan(0.8);
  });

  test('inserted lines and comments', () => {
    let [kept, all] = [0, 0];
    const insertion = fc.record({ nth: fc.nat(), line: fc.constantFrom('\n', '# comment\n', '   # a: b\n', '\n# - x\n\n') });
    fc.assert(
      fc.property(fc.constantFrom(...examples), fc.array(insertion, { minLength: 1, maxLength: 5 }), ({ rule, example, report }, insertions) => {
        const files = example.files.map(({ path, text }) => {
          let changed = text;
          for (const { nth, line } of path.endsWith('.json') ? [] : insertions) {
            const starts = lineStarts({ path, text: changed });
            const at = starts[nth % starts.length] ?? 0;
            changed = changed.slice(0, at) + line + changed.slice(at);
          }
          return { path, text: changed };
        });
        const found = compare(report, lint(rule, example, files));
        expect(found.lost, caseLine(example)).toEqual([]);
        kept += found.same;
        all += byTold(report).size;
      }),
      { numRuns: 300 },
    );
    expect(kept / all).toBeGreaterThan(0.9);
  });
});

describe('fingerprints of the rules’ examples', () => {
  test('of other rules, variants and objects differ', () => {
    const owners = new Map<string, string>();
    for (const { rule, example, report } of examples) {
      for (const { variant, resource, fingerprint } of withObject(report)) {
        const own = JSON.stringify([rule.id, variant, resource?.apiVersion.replace(/[^/]*$/, ''), resource?.kind, resource?.namespace, resource?.name]);
        const bare = fingerprint.replace(/:\d+$/, '');
        expect(owners.get(bare) ?? own, caseLine(example)).toBe(own);
        owners.set(bare, own);
      }
    }
    expect(owners.size).toBeGreaterThan(400);
  });

  test('of other places in one object differ, but for what a list holds twice', () => {
    const repeats = examples.flatMap(({ report }) => withObject(report).filter(({ fingerprint }) => fingerprint.includes(':')));
    const all = examples.flatMap(({ report }) => withObject(report));
    expect(repeats.length / all.length).toBeLessThan(0.05);
  });
});
