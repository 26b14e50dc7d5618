import { describe, expect, test } from 'vitest';
import { defineRule, labelOf, type AnyRule } from '../../../src/core/api.ts';
import { setScalar } from '../../../src/core/rule/edits.ts';
import * as laws from '../../harness/laws.ts';
import { toyFolder, toyRule } from '../../harness/toy-rule.ts';

const names = Object.entries(laws).filter(([, law]) => law !== laws.breachesOf) as [string, laws.Law][];

type Check = Parameters<typeof defineRule<'service', Record<string, never>, 'found'>>[0]['check'];

function misbehaving(check: Check): AnyRule {
  const { id, title, category, severity, presets, fix, since } = toyRule;
  return defineRule({ id, title, category, severity, presets, fix, since, judges: 'object', subject: 'service', variants: { found: 'warning' }, check });
}

const yieldAt = (
  { resource }: Parameters<Check>[0],
  fixes: { title: string; safety: 'safe' | 'unsafe'; edits: ReturnType<typeof setScalar>[] }[] = [],
): ReturnType<Check> => [{ variant: 'found', message: `${labelOf(resource)} is here`, at: resource.body.at, fixes }];

function breaches(law: laws.Law, rule: AnyRule): string {
  const folder = { ...toyFolder(), rule };
  return laws.breachesOf(law, folder, [rule]).join('\n');
}

describe('a rule that behaves keeps', () => {
  test.each(names)('%s', (_, law) => {
    expect(laws.breachesOf(law, toyFolder(), [toyRule])).toEqual([]);
  });
});

describe('each law notices its breach:', () => {
  test('an unknown value is accused', () => {
    const rule = misbehaving(service => (service.ports.every(({ number }) => number.state === 'unknown') ? yieldAt(service) : []));
    expect(breaches(laws.hidingAccusesNobody, rule)).toContain('hides 8');
  });

  test('the style is accused', () => {
    const rule = misbehaving(service => (service.resource.document.file.text.includes('"') ? yieldAt(service) : []));
    expect(breaches(laws.styleChangesNothing, rule)).toContain('flow style');
  });

  test('the order is accused', () => {
    const rule = misbehaving(service => (service.resource.document.index > 0 ? yieldAt(service) : []));
    const page =
      toyFolder().docs?.replace('spec:\n', 'spec:\n  type: ExternalName\n---\napiVersion: v1\nkind: Service\nmetadata:\n  name: other\nspec:\n') ?? '';
    expect(laws.breachesOf(laws.orderChangesNothing, { ...toyFolder(page), rule }, [rule]).join('\n')).toContain('documents in reverse');
  });

  test('a cut file throws', () => {
    const rule = misbehaving(service => {
      if (!service.resource.document.file.text.endsWith('\n')) throw new Error('no line end');
      return [];
    });
    expect(breaches(laws.truncationYieldsReport, rule)).toContain('no line end');
  });

  test('the model is written to', () => {
    const rule = misbehaving(service => {
      Object.assign(service, { ports: [] });
      return [];
    });
    expect(breaches(laws.modelIsReadOnly, rule)).toContain('TypeError');
  });

  test('fixes chase each other', () => {
    const rule = misbehaving(service => {
      const name = service.resource.name;
      const other = name.state === 'known' && name.value === 'web' ? 'bew' : 'web';
      return yieldAt(service, [{ title: 'Turn it', safety: 'unsafe', edits: [setScalar(name.at, other)] }]);
    });
    expect(breaches(laws.fixesSettle, rule)).toContain('do not settle');
  });

  test('a fix eats a comment', () => {
    const rule = misbehaving(service => {
      const { file } = service.resource.document;
      const start = file.text.indexOf('# The port');
      return start < 0 ? [] : yieldAt(service, [{ title: 'Clean', safety: 'unsafe', edits: [{ file, span: { start, end: start + 20 }, newText: '' }] }]);
    });
    expect(breaches(laws.fixesSettle, rule)).toContain('it loses a comment');
  });

  test('a safe fix brings another finding', () => {
    const rule = misbehaving(service => {
      const { name } = service.resource;
      return name.state === 'known' && name.value === 'web'
        ? yieldAt(service, [{ title: 'Rename it', safety: 'safe', edits: [setScalar(name.at, 'seven')] }])
        : [];
    });
    const other = {
      ...misbehaving(service => (service.resource.name.state === 'known' && service.resource.name.value === 'seven' ? yieldAt(service) : [])),
      id: 'other-rule',
    };
    expect(laws.breachesOf(laws.fixesSettle, { ...toyFolder(), rule }, [rule, other]).join('\n')).toContain('the fixes bring: Service "seven" is here');
  });
});
