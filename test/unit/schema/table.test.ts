import { describe, expect, test } from 'vitest';
import { Table } from '../../../src/core/schema/table.ts';

const TEXT = '{\n"Pod":{"spec":"PodSpec"},\n"PodSpec":{"note":"\\n\\"Hidden\\":1"},\n"Phase":"string enum=Running"\n}\n';

describe.each([
  ['lines end as the generator writes them', TEXT],
  ['lines end as git writes them on Windows', TEXT.replaceAll('\n', '\r\n')],
])('a table of which %s', (_, text) => {
  const table = new Table(text);

  test('gives the entries that are asked for', () => {
    expect([table.get('Pod'), table.get('Phase')]).toEqual([{ spec: 'PodSpec' }, 'string enum=Running']);
    expect(table.names()).toEqual(['Pod', 'PodSpec', 'Phase']);
  });

  test.each(['Hidden', 'spec', 'constructor', '__proto__', 'Po', '', 'a"b'])('has no entry "%s"', name => {
    expect([table.has(name), table.get(name)]).toEqual([false, undefined]);
  });
});

test('a table that is not there has no entries', () => {
  expect([new Table(undefined).names(), new Table(undefined).has('Pod')]).toEqual([[], false]);
});
