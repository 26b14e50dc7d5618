import { describe, expect, test } from 'vitest';
import { Cursor } from '../../../src/core/yaml/cursor.ts';
import { readText, rootOf } from './reading.ts';

interface Port {
  readonly name?: string;
  readonly port?: number;
  readonly targetPort?: number | string;
}

interface Service {
  readonly kind?: string;
  readonly spec?: {
    readonly type?: string;
    readonly ports?: readonly Port[];
    readonly selector?: Readonly<Record<string, string>>;
    readonly headless?: boolean;
  };
}

const text = `kind: Service
spec:
  # the port of the probes
  ports:
    - name: http # web
      port: 80
      targetPort: "8080"
    - port: 443
      targetPort: https
    - {}
  selector: {app: web, 'tier': "front"}
  type: null
  headless: no
`;
const service = rootOf(text).as<Service>();
const spec = service.get('spec');
const written = (cursor: Cursor<unknown>): string => text.slice(cursor.at.span.start, cursor.at.span.end);

describe('fields', () => {
  test('are known with their value', () => {
    expect(service.get('kind').string()).toMatchObject({ state: 'known', value: 'Service' });
    expect(spec.get('headless').boolean()).toMatchObject({ state: 'known', value: false });
    expect(spec.get('ports').items()[0]?.get('port').number()).toMatchObject({ state: 'known', value: 80 });
  });

  test('keep quoted and unquoted ports apart', () => {
    expect(
      spec
        .get('ports')
        .items()
        .map(port => port.get('targetPort').intOrString()),
    ).toMatchObject([{ value: '8080' }, { value: 'https' }, { state: 'absent' }]);
    expect(rootOf('targetPort: 8080').get('targetPort').intOrString()).toMatchObject({ value: 8080 });
  });

  test('are absent when they are not written or null, and so is all below them', () => {
    expect(spec.get('type').string()).toMatchObject({ state: 'absent' });
    expect(spec.get('type').isWritten).toBe(true);
    expect(rootOf('a: b').get('x').get('y').get('z').list()).toMatchObject({ state: 'absent' });
    expect(rootOf('a: b').get('x').isWritten).toBe(false);
  });

  test('of another type are unknown, and so is what would be below them', () => {
    expect(service.get('kind').number()).toMatchObject({ state: 'unknown', why: 'wrong-type' });
    expect(service.get('kind').as<Service>().get('spec').get('type').string()).toMatchObject({ state: 'unknown', why: 'wrong-type' });
    expect(spec.get('ports').mapping()).toMatchObject({ state: 'unknown', why: 'wrong-type' });
    expect(spec.get('selector').as<string[]>().list()).toMatchObject({ state: 'unknown', why: 'wrong-type' });
  });

  test('may be mappings and lists, even empty ones', () => {
    expect(spec.get('ports').items()[2]?.mapping().state).toBe('known');
    expect(rootOf('a: []').get('a').list()).toMatchObject({ state: 'known', value: [] });
  });

  test('of a mapping can be listed', () => {
    expect(
      spec
        .get('selector')
        .entries()
        .map(({ key, value }) => [key, value.text]),
    ).toEqual([
      ['app', 'web'],
      ['tier', 'front'],
    ]);
  });
});

describe('places', () => {
  test('span the key and the value', () => {
    expect(written(spec.get('ports').items()[0]?.get('targetPort') ?? spec)).toBe('targetPort: "8080"');
    expect(written(spec.get('selector').get('tier'))).toBe(`'tier': "front"`);
    expect(written(spec.get('ports').items()[1] ?? spec)).toBe('port: 443\n      targetPort: https');
    expect(written(spec.get('ports'))).toMatch(/^ports:\n {4}- name[^]*- \{\}$/);
  });

  test('know key and value apart', () => {
    const { at } = spec.get('selector').get('app');
    expect([at.keySpan, at.valueSpan, at.atKey.span].map(span => span && text.slice(span.start, span.end))).toEqual(['app', 'web', 'app']);
  });

  test('of absent fields are those of the mapping that lacks them', () => {
    expect(spec.get('selector').get('x').at.span).toEqual(spec.get('selector').at.span);
    expect(spec.get('ports').items()[2]?.get('name').at.span).toEqual(spec.get('ports').items()[2]?.at.span);
  });

  test('of empty values are where the value would stand', () => {
    const empty = 'a:\nb:   # c\nd: &x\ne: !!str\nf:\n  -\n  - g\n';
    const root = rootOf(empty);
    const column = (cursor: Cursor<unknown> | undefined): string => {
      const { line, column: at } = readText(empty).lines.position(cursor?.at.valueSpan.start ?? 0);
      return `${line}:${at}`;
    };
    expect(['a', 'b', 'd', 'e'].map(key => column(root.get(key)))).toEqual(['1:3', '2:3', '3:6', '4:9']);
    expect(column(root.get('f').items()[0])).toBe('6:4');
  });

  test('of brackets end with the bracket, whatever stands before it', () => {
    const flow = 'a: [b, {c: d}, # ] }\n ]\ne: {f: , g}\nh: [i: j, k]\n';
    const root = rootOf(flow);
    expect(['a', 'e', 'h'].map(key => root.get(key).source)).toEqual(['[b, {c: d}, # ] }\n ]', '{f: , g}', '[i: j, k]']);
    expect(root.get('h').items()[0]?.source).toBe('i: j');
  });

  test('name list elements by what tells them apart', () => {
    const [http, https, none] = spec.get('ports').items();
    expect([http?.path, https?.path]).toEqual(['spec.ports[http]', 'spec.ports[443]']);
    expect(none?.path).toMatch(/^spec\.ports\[#[0-9a-f]{8}\]$/);
    expect(http?.get('port').at.path).toBe('spec.ports[http].port');
    expect(
      rootOf('args: [--a, 80]')
        .get('args')
        .items()
        .map(item => item.path),
    ).toEqual(['args[--a]', 'args[80]']);
    expect(rootOf('args: ["a\\nb"]').get('args').items()[0]?.path).toMatch(/^args\[#[0-9a-f]{8}\]$/);
  });
});

describe('text', () => {
  test('of a scalar is what it says before it is read as a value', () => {
    expect(
      rootOf('a: 0755\nb: "x\\ty"\nc: |\n  z\n')
        .entries()
        .map(({ value }) => [value.text, value.isQuoted, value.source]),
    ).toEqual([
      ['0755', false, '0755'],
      ['x\ty', true, '"x\\ty"'],
      ['z\n', true, '  z\n'],
    ]);
  });

  test('of a shell script with brackets is its text', () => {
    const script = 'for i in $(ls); do cat <file >out; done';
    expect(rootOf(`args: ["-c", "${script}"]`).get('args').items()[1]?.text).toBe(script);
  });

  test('a document that holds nothing has no root', () => {
    for (const nothing of ['', '# x\n']) expect(readText(nothing).documents.map(document => Cursor.root(document))).toEqual([undefined]);
  });
});
