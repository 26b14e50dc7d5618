import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countEntries } from '../../../src/core/engine/baseline.ts';
import { baselineOf, compare, newOnes, service, type Files } from './baseline-rig.ts';

interface Fault {
  readonly object: string;
  readonly port: string;
}

const total = (faults: Readonly<Record<string, readonly Fault[]>>): number => Object.values(faults).flat().length;

const port = fc.stringMatching(/^p[a-z]{2,5}$/);
/** Files of Services; names may stand in several files, as in overlays. */
const set = fc.dictionary(
  fc.stringMatching(/^[a-z]{1,3}\/[a-z]{1,3}\.yaml$/),
  fc.uniqueArray(fc.tuple(fc.constantFrom('web', 'api', 'db', 'queue'), fc.uniqueArray(port, { minLength: 1, maxLength: 4 })), {
    selector: ([name]) => name,
    minLength: 1,
    maxLength: 3,
  }),
  { minKeys: 1, maxKeys: 4, noNullPrototype: true },
);
type Services = Readonly<Record<string, readonly (readonly [string, readonly string[]])[]>>;

const write = (input: Services, before = ''): Files =>
  Object.fromEntries(Object.entries(input).map(([path, services]) => [path, services.map(([name, ports]) => service(name, ports, before)).join('---\n')]));
const faultsOf = (input: Services): Readonly<Record<string, readonly Fault[]>> =>
  Object.fromEntries(Object.entries(input).map(([path, all]) => [path, all.flatMap(([object, ports]) => ports.map(each => ({ object, port: each })))]));

describe('a known finding stays known', () => {
  const isUnchanged = (before: Services, files: Files, wording?: string): void => {
    const entries = baselineOf(write(before));
    expect(countEntries(entries)).toBe(total(faultsOf(before)));
    const after = compare(files, entries, {}, wording);
    expect(newOnes(after)).toEqual([]);
    expect(after.gone).toEqual([]);
    expect(after.report.baseline).toEqual({ path: 'baseline.json', known: countEntries(entries), gone: [] });
    expect(after.report.summary).toMatchObject({ error: 0, suppressed: countEntries(entries) });
  };

  test('when lines move and the wording changes', () => {
    fc.assert(
      fc.property(set, fc.constantFrom('\n', '# comment\n\n'), (input, before) => {
        isUnchanged(input, write(input, before), 'in other words');
      }),
    );
  });

  test('when files, documents and entries are reordered', () => {
    fc.assert(
      fc.property(set, input => {
        const turned = Object.entries(input).map(
          ([path, services]) => [path, services.map(([name, ports]) => [name, ports.toReversed()] as const).toReversed()] as const,
        );
        isUnchanged(input, write(Object.fromEntries(turned.toReversed())));
      }),
    );
  });

  test('when all files are renamed', () => {
    fc.assert(
      fc.property(set, fc.constantFrom('0', 'z'), (input, prefix) => {
        isUnchanged(input, write(Object.fromEntries(Object.entries(input).map(([path, services]) => [`${prefix}/${path}`, services]))));
      }),
    );
  });

  test('when an entry is inserted into a list, which is the only new one', () => {
    fc.assert(
      fc.property(set, fc.nat(), (input, at) => {
        const longer = Object.fromEntries(
          Object.entries(input).map(([path, services]) => [
            path,
            services.map(([name, ports]) => [name, ports.toSpliced(at % (ports.length + 1), 0, 'fresh')] as const),
          ]),
        );
        const after = compare(write(longer), baselineOf(write(input)));
        expect(newOnes(after).every(message => message.startsWith('fresh '))).toBe(true);
        expect(newOnes(after)).toHaveLength(Object.values(input).flat().length);
        expect(after.gone).toEqual([]);
      }),
    );
  });

  test('when its object moves to another file that was there', () => {
    const before = { 'all.yaml': `${service('web', ['x'])}---\n${service('api', ['y'])}`, 'more.yaml': service('db', ['z']) };
    const after = { 'all.yaml': service('api', ['y']), 'more.yaml': `${service('db', ['z'])}---\n${service('web', ['x'])}` };
    const compared = compare(after, baselineOf(before));
    expect(newOnes(compared)).toEqual([]);
    expect(compared.next.map(({ path, object }) => `${path} ${object ?? ''}`)).toEqual([
      'all.yaml Service/api',
      'more.yaml Service/db',
      'more.yaml Service/web',
    ]);
  });
});
