import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeOf, reportOf } from '../../report/report-of.ts';

interface Port {
  readonly name: string;
  readonly port: number;
}

type Service = readonly [name: string, ports: readonly Port[]];

const renderPort = ({ name, port }: Port): string => `  - name: ${name}\n    port: ${String(port)}\n`;

/** A Service with `padding` before its parts. */
const renderService = ([name, ports]: Service, padding = ''): string =>
  `${padding}apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\nspec:\n${padding}  ports:\n${ports.map(renderPort).join(padding)}`;

const join = (services: readonly Service[], padding = ''): string => services.map(service => renderService(service, padding)).join('---\n');

/** Fingerprints of the ports by "service/port", each port told with a wording. */
function fingerprintsOf(text: string, services: readonly Service[], wording = ''): ReadonlyMap<string, string> {
  const report = reportOf({ 'a.yaml': text }, cluster =>
    services.flatMap(([name, ports], nth) =>
      ports.map((port, index) => ({ message: `${name}/${port.name}|${wording}`, at: placeOf(cluster, 'Service', ['spec', 'ports', index, 'port'], nth) })),
    ),
  );
  return new Map(report.findings.map(({ message, fingerprint }) => [message.split('|')[0] ?? '', fingerprint]));
}

const port = fc.record({ name: fc.stringMatching(/^p[a-z]{2,6}$/), port: fc.integer({ min: 1, max: 65535 }) });
const ports = fc.uniqueArray(port, { selector: ({ name }) => name, minLength: 1, maxLength: 6 });
const services = fc.uniqueArray(fc.tuple(fc.stringMatching(/^s[a-z]{2,6}$/), ports), { selector: ([name]) => name, minLength: 1, maxLength: 4 });

describe('a fingerprint', () => {
  test('is unlike all others', () => {
    fc.assert(
      fc.property(services, input => {
        const found = fingerprintsOf(join(input), input);
        expect(new Set(found.values()).size).toBe(input.flatMap(([, own]) => own).length);
        for (const fingerprint of found.values()) expect(fingerprint).toMatch(/^[0-9a-f]{32}$/);
      }),
    );
  });

  test('stays when lines are inserted and the wording changes', () => {
    fc.assert(
      fc.property(services, fc.constantFrom('\n', '# comment\n', '\n# a: b\n\n'), (input, padding) => {
        expect(fingerprintsOf(join(input, padding), input, 'other words')).toEqual(fingerprintsOf(join(input), input));
      }),
    );
  });

  test('stays when entries are inserted into its list', () => {
    fc.assert(
      fc.property(services, port, (input, extra) => {
        const longer = input.map(([name, own]): Service => [name, [{ ...extra, name: 'first' }, ...own, { ...extra, name: 'last' }]]);
        const [before, after] = [fingerprintsOf(join(input), input), fingerprintsOf(join(longer), longer)];
        for (const [key, fingerprint] of before) expect(after.get(key)).toBe(fingerprint);
      }),
    );
  });

  test('stays when documents and entries change their order', () => {
    fc.assert(
      fc.property(services, input => {
        const turned = input.map(([name, own]): Service => [name, own.toReversed()]).toReversed();
        expect(new Map([...fingerprintsOf(join(turned), turned)].sort())).toEqual(new Map([...fingerprintsOf(join(input), input)].sort()));
      }),
    );
  });

  test('stays when the version of the API changes, and not when the group does', () => {
    const of = (apiVersion: string): string | undefined =>
      reportOf({ 'a.yaml': `apiVersion: ${apiVersion}\nkind: Thing\nmetadata: {name: a}\n` }, cluster => [{ message: 'm', at: placeOf(cluster, 'Thing', []) }])
        .findings[0]?.fingerprint;
    expect(of('a.dev/v1')).toBe(of('a.dev/v2'));
    expect(of('a.dev/v1')).not.toBe(of('b.dev/v1'));
    expect(of('a.dev/v1')).not.toBe(of('v1'));
  });

  test('of equal faults is numbered', () => {
    const text = 'apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {ports: [{name: x, port: 1}, {name: x, port: 2}]}\n';
    const report = reportOf({ 'a.yaml': text }, cluster =>
      [0, 1].map(index => ({ message: 'm', at: placeOf(cluster, 'Service', ['spec', 'ports', index, 'port']) })),
    );
    const [first = '', second] = report.findings.map(finding => finding.fingerprint);
    expect(second).toBe(`${first}:2`);
  });
});
