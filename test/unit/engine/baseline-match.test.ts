import { describe, expect, test } from 'vitest';
import { compareWithBaseline, type BaselineRun } from '../../../src/core/engine/baseline-match.ts';
import { countEntries } from '../../../src/core/engine/baseline.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/engine/settings.ts';
import type { Report } from '../../../src/core/engine/report.ts';
import { parseSource } from '../../../src/core/yaml/parse-source.ts';
import { baselineOf, compare, lint, newOnes, raise, RULE, runOn, service, type Files } from './baseline-rig.ts';

describe('a new finding', () => {
  test('in one file is not hidden by what was mended in another one, where the object still stands', () => {
    const known = baselineOf({ 'dev/a.yaml': service('web', ['x']), 'prod/a.yaml': service('web', []) });
    const compared = compare({ 'dev/a.yaml': service('web', []), 'prod/a.yaml': service('web', ['x']) }, known);
    expect(newOnes(compared)).toEqual(['x of web bad']);
    expect(compared.gone).toHaveLength(1);
  });

  test('is the last of several equal ones', () => {
    const two = service('web', ['x', 'x']);
    const three = service('web', ['x', 'x', 'x']);
    const [entry] = baselineOf({ 'a.yaml': two });
    expect(entry).toMatchObject({ count: 2 });
    const { report } = compare({ 'a.yaml': three }, entry ? [entry] : []);
    expect(report.findings.map(({ suppressed }) => suppressed?.by)).toEqual(['baseline', 'baseline', undefined]);
  });

  test('is one whose severity has risen; one that has fallen is written with what it has', () => {
    const files = { 'a.yaml': service('web', ['x']) };
    const [error] = baselineOf(files);
    if (!error) raise();
    expect(newOnes(compare(files, [{ ...error, severity: 'warning' }]))).toHaveLength(1);
    const report = lint(files);
    const fallen = { ...report, findings: report.findings.map(finding => ({ ...finding, severity: 'info' as const })) };
    const compared = compareWithBaseline(fallen, [error], runOn(files));
    expect(newOnes(compared)).toEqual([]);
    expect(compared.next).toEqual([{ ...error, severity: 'info' }]);
  });

  test('of an error and a warning that share one known error, the error is known', () => {
    const files = { 'a.yaml': service('web', ['x', 'x']) };
    const [both] = baselineOf(files);
    if (!both) raise();
    const report = lint(files);
    const mixed = {
      ...report,
      findings: report.findings.map((finding, index) => ({ ...finding, severity: index === 0 ? ('warning' as const) : ('error' as const) })),
    };
    const known = compareWithBaseline(mixed, [{ ...both, count: 1 }], runOn(files)).report.findings.map(({ suppressed }) => suppressed !== null);
    expect(known).toEqual([false, true]);
  });

  test('of a locked rule is never hidden and never written', () => {
    const files = { 'a.yaml': service('web', ['x']) };
    const settings = { ...DEFAULT_SETTINGS, locks: new Set([RULE.id]) };
    const compared = compare(files, baselineOf(files), { settings });
    expect(newOnes(compared)).toHaveLength(1);
    expect(compared).toMatchObject({ gone: [], next: [] });
  });
});

describe('what is gone', () => {
  const files = { 'a.yaml': service('web', ['x']), 'b.yaml': service('api', ['y']) };
  const known = baselineOf(files);
  const mended = { 'a.yaml': service('web', []), 'b.yaml': service('api', ['y']) };

  test('is told once, with the paths, and left out of the next baseline', () => {
    const { report, next, fresh, gone } = compare(mended, known);
    expect(report.notices).toEqual([{ path: 'a.yaml', text: '1 finding of the baseline is gone: --update-baseline shrinks it' }]);
    expect(report.baseline).toMatchObject({ known: 1, gone: [{ path: 'a.yaml', rule: RULE.id, object: 'Service/web' }] });
    expect({ fresh, gone: countEntries(gone), next: next.map(({ path }) => path) }).toEqual({ fresh: 0, gone: 1, next: ['b.yaml'] });
  });

  test.each<[string, Files, Partial<BaselineRun>, string[]]>([
    ['stays where its file was not read', { 'b.yaml': files['b.yaml'] }, { isThere: () => true }, []],
    ['goes with its file', { 'b.yaml': files['b.yaml'] }, {}, ['a.yaml']],
    ['stays where its file is gone from where nobody looked', { 'b.yaml': files['b.yaml'] }, { isAsked: () => false }, []],
    ['stays where only a change is reported', mended, { narrowed: true }, []],
    ['stays where its rule is off', mended, { settings: { ...DEFAULT_SETTINGS, presets: new Set() } }, []],
    ['goes with its rule', mended, { rules: [] }, ['a.yaml']],
  ])('%s', (_, after, changes, gone) => {
    const compared = compare(after, known, changes);
    expect(compared.gone.map(({ path }) => path)).toEqual(gone);
    expect(compared.next.map(({ path }) => path)).toEqual(gone.length > 0 ? ['b.yaml'] : ['a.yaml', 'b.yaml']);
  });

  test('is not known where something was not linted', () => {
    const report = { ...lint(mended), incomplete: [{ path: 'c.yaml', reason: 'it is a binary file' }] };
    const compared = compareWithBaseline(report, known, runOn(mended));
    expect(compared.gone).toEqual([]);
    expect(compared.next).toEqual(known);
  });
});

describe('a finding without an object', () => {
  const broken = 'a: [\n';
  /** The report of a rule that says what it has against the first line of each file. */
  const lintText = (input: Files): Report => {
    const report = lint({ 'web.yaml': service('web', ['x']) });
    const findings = Object.entries(input).flatMap(([path, text]) =>
      report.findings.map(finding => {
        const file = parseSource(path, text);
        const start = { line: 1, column: 1 };
        return { ...finding, resource: null, fingerprint: `${path}:of no use`, location: { file, span: { start: 0, end: 1 }, start, end: start } };
      }),
    );
    return { ...report, findings };
  };
  const known = compareWithBaseline(lintText({ 'a.yaml': broken }), [], runOn({ 'a.yaml': broken })).next;
  const newIn = (files: Files): number => newOnes(compareWithBaseline(lintText(files), known, runOn(files))).length;

  test('is known by its line, in its file', () => {
    expect(known).toMatchObject([{ object: null, path: 'a.yaml' }]);
    expect(newIn({ 'a.yaml': `  ${broken}` })).toBe(0);
    expect(newIn({ 'a.yaml': 'b: [\n' })).toBe(1);
  });

  test('is known in a file that was renamed, and not in one that was copied', () => {
    expect(newIn({ 'b.yaml': broken })).toBe(0);
    expect(newIn({ 'a.yaml': broken, 'b.yaml': broken })).toBe(1);
  });
});
