import { describe, expect, test } from 'vitest';
import { defineRule, setScalar, SpanPlace, type AnyRule, type Fix, type Resource } from '../../../src/core/api.ts';
import { chooseFixes } from '../../../src/core/engine/fix/choose-fixes.ts';
import { fixFiles, type FixOptions, type FixOutcome } from '../../../src/core/engine/fix/fixing.ts';
import type { InputFile } from '../../../src/core/engine/input.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/engine/settings.ts';
import { lintWith } from '../../../src/dev/lint-case.ts';
import { toyRule } from '../../harness/toy-rule.ts';

type Fixes = (resource: Resource) => readonly Fix[];

/** A rule that finds every object for which it has fixes. */
function ruleOf(id: string, fixesOf: Fixes, severity: 'error' | 'warning' = 'warning'): AnyRule {
  const { title, category, presets, since } = toyRule;
  return defineRule({
    id,
    title,
    category,
    presets,
    since,
    severity,
    subject: 'resource',
    judges: 'object',
    fix: 'safe',
    variants: { found: severity },
    *check(resource) {
      const fixes = fixesOf(resource);
      if (fixes.length > 0) yield { variant: 'found', message: `${id} speaks`, at: resource.body.get('kind').at, fixes };
    },
  });
}

const labelOf = (resource: Resource, key: string): string | undefined => resource.metadata.get('labels').get(key).text;

/** Turns one value of a label into another. */
function turn(key: string, from: string, to: string, safety: Fix['safety'] = 'safe'): Fixes {
  return resource =>
    labelOf(resource, key) === from ? [{ title: `Write ${to}`, safety, edits: [setScalar(resource.metadata.get('labels').get(key).at, to)] }] : [];
}

const objectOf = (labels: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n  labels:\n${labels}`;
const files = (labels: string): InputFile[] => [{ path: 'a.yaml', text: objectOf(labels) }];

function run(rules: readonly AnyRule[], input: readonly InputFile[], options: Partial<FixOptions> = {}): FixOutcome {
  return fixFiles(input, texts => lintWith(rules, texts, DEFAULT_SETTINGS), { allowed: 'safe', ...options });
}

const textOf = ({ files: [first] }: FixOutcome): string => first?.text ?? '';
const noticesOf = ({ report }: FixOutcome): (readonly [string | null, string])[] => report.notices.map(({ path, text }) => [path, text]);

describe('choosing', () => {
  test('takes the first fix that is allowed', () => {
    const rule = ruleOf('both', resource => [...turn('a', '1', 'guess', 'unsafe')(resource), ...turn('a', '1', 'sure')(resource)]);
    expect(textOf(run([rule], files('    a: "1"\n')))).toContain('a: "sure"');
    expect(textOf(run([rule], files('    a: "1"\n'), { allowed: 'unsafe' }))).toContain('a: "guess"');
    expect(run([ruleOf('guess', turn('a', '1', 'x', 'unsafe'))], files('    a: "1"\n'))).toMatchObject({ changed: [], isSettled: true });
  });

  test('the first of two that want one place wins, and no round writes both', () => {
    const rules = [ruleOf('first', turn('a', '1', 'x')), ruleOf('second', turn('a', '1', 'y'))];
    const report = lintWith(rules, files('    a: "1"\n'), DEFAULT_SETTINGS);
    expect(chooseFixes(report.findings, 'safe').map(({ finding }) => finding.rule.id)).toEqual(['first']);
    expect(textOf(run(rules, files('    a: "1"\n')))).toContain('a: "x"');
  });

  test('equal edits count once and settle both findings', () => {
    const outcome = run([ruleOf('first', turn('a', '1', 'x')), ruleOf('second', turn('a', '1', 'x'))], files('    a: "1"\n'));
    expect(textOf(outcome)).toContain('a: "x"\n');
    expect(outcome.report.fixed).toEqual({ findings: 2, files: ['a.yaml'] });
  });

  test('all edits of a fix are made or none, over files too', () => {
    const pair = ruleOf('pair', resource => {
      const label = resource.metadata.get('labels').get('a').at;
      const other = resource.metadata.get('labels').get('b').at;
      return labelOf(resource, 'a') === '1' ? [{ title: 'Write both', safety: 'safe', edits: [setScalar(label, 'x'), setScalar(other, 'x')] }] : [];
    });
    // `before` comes first in the report and writes b: the pair waits, and is made a round later.
    const outcome = run([ruleOf('before', turn('b', '1', 'y')), pair], files('    a: "1"\n    b: "1"\n'));
    expect(textOf(outcome)).toContain('a: "x"\n    b: "x"\n');
  });

  test('edits that contradict each other are never made', () => {
    const rule = ruleOf('tangled', resource => {
      const { at } = resource.metadata.get('labels').get('a');
      return [{ title: 'Tangle', safety: 'safe', edits: [setScalar(at, 'x'), setScalar(at, 'y')] }];
    });
    expect(run([rule], files('    a: "1"\n')).changed).toEqual([]);
  });

  test('a comment is never lost', () => {
    const rule = ruleOf('eater', resource => {
      const { file } = resource.document;
      const start = file.text.indexOf(' # why');
      return start === -1 ? [] : [{ title: 'Eat', safety: 'safe', edits: [{ file, span: { start, end: start + 6 }, newText: '' }] }];
    });
    expect(textOf(run([rule], files('    a: b # why\n')))).toContain('# why');
  });
});

describe('rounds', () => {
  test('go on until nothing is left', () => {
    const steps = ['1', '2', '3', '4', '5'].map(step => ruleOf(`from-${step}`, turn('a', step, String(Number(step) + 1))));
    const outcome = run(steps, files('    a: "1"\n'));
    expect(textOf(outcome)).toContain('a: "6"');
    expect(outcome.report).toMatchObject({ fixed: { findings: 5 }, findings: [] });
  });

  test('end after ten, and that is told', () => {
    const grow = ruleOf('grow', resource => {
      const { at } = resource.metadata.get('labels').get('a');
      return [{ title: 'Grow', safety: 'safe', edits: [setScalar(at, `${labelOf(resource, 'a') ?? ''}x`)] }];
    });
    const outcome = run([grow], files('    a: b\n'));
    expect(outcome.isSettled).toBe(false);
    expect(textOf(outcome)).toContain('a: bxxxxxxxxxx\n');
    expect(noticesOf(outcome)).toEqual([['a.yaml', 'fixes were still to be made after 10 rounds']]);
  });

  test('two fixes that undo each other leave what was before them, and all others are made', () => {
    const rules = [ruleOf('one-way', turn('a', '1', '2')), ruleOf('other-way', turn('a', '2', '1')), ruleOf('third', turn('b', '1', 'x'))];
    const outcome = run(rules, files('    a: "1"\n    b: "1"\n'));
    expect(textOf(outcome)).toBe(objectOf('    a: "1"\n    b: "x"\n'));
    expect(noticesOf(outcome)).toEqual([['a.yaml', 'fixes of one-way and other-way undo each other and were not made']]);
    expect(outcome.report.fixed).toEqual({ findings: 1, files: ['a.yaml'] });
  });
});

describe('a fix that does harm is not made', () => {
  const good = ruleOf('good', turn('b', '1', 'x'));

  test('for broken syntax', () => {
    const breaks = ruleOf('breaks', resource => {
      const { file, valueSpan } = resource.metadata.get('labels').get('a').at;
      return [{ title: 'Break', safety: 'safe', edits: [{ file, span: valueSpan, newText: '"' }] }];
    });
    const outcome = run([breaks, good], files('    a: "1"\n    b: "1"\n'));
    expect(textOf(outcome)).toBe(objectOf('    a: "1"\n    b: "x"\n'));
    expect(noticesOf(outcome)).toEqual([['a.yaml', 'a fix of breaks was not made: the result is no YAML']]);
  });

  test('for errors that were not there before, in any file', () => {
    const harm = ruleOf('harm', turn('a', '1', 'bad'));
    const notices = ruleOf('sees-it', turn('a', 'bad', 'never', 'unsafe'), 'error');
    const outcome = run([harm, notices, good], files('    a: "1"\n    b: "1"\n'));
    expect(textOf(outcome)).toBe(objectOf('    a: "1"\n    b: "x"\n'));
    expect(noticesOf(outcome)).toEqual([['a.yaml', 'a fix of harm was not made: the result has more errors than before']]);
  });

  test('but for errors that a broken document hid', () => {
    const mend = ruleOf('mend', () => []);
    const broken = 'kind: ConfigMap\napiVersion: v1\nmetadata: {name: web, labels: {a: bad}}\ndata:\n\tb: c\n';
    const speaks = defineRule({
      ...mend,
      id: 'mend',
      subject: 'document',
      *check({ document }) {
        const { file } = document;
        const at = file.text.indexOf('\t');
        const place = { start: at, end: at + 1 };
        if (at >= 0)
          yield {
            variant: 'found',
            message: 'A tab',
            at: new SpanPlace(document, place),
            fixes: [{ title: 'Mend', safety: 'safe', edits: [{ file, span: place, newText: '  ' }] }],
          };
      },
    });
    const more = [1, 2].map(number => ruleOf(`sees-${String(number)}`, turn('a', 'bad', 'never', 'unsafe'), 'error'));
    expect(textOf(run([speaks, ...more], [{ path: 'a.yaml', text: broken }]))).toContain('\n  b: c\n');
  });
});

describe('files that cannot be written', () => {
  test('hold back fixes of several files whole, and are told', () => {
    const asked: string[] = [];
    const outcome = run(
      [ruleOf('all', turn('a', '1', 'x'))],
      [...files('    a: "1"\n'), { path: 'b.yaml', text: objectOf('    a: "1"\n').replace('name: web', 'name: b') }],
      {
        explainClosed(path) {
          asked.push(path);
          return path === 'a.yaml' ? 'it is read-only' : undefined;
        },
      },
    );
    expect(outcome.changed).toEqual(['b.yaml']);
    expect(outcome.report.incomplete).toEqual([{ path: 'a.yaml', reason: 'it is read-only', undone: 'fixed' }]);
    expect(asked).toEqual(['a.yaml', 'b.yaml']);
  });
});
