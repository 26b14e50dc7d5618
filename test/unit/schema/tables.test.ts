import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Schema } from '../../../src/core/schema/schema.ts';
import { isRecord, parseTable } from '../../../src/core/schema/table.ts';
import { MINORS } from '../../../src/dev/schemas/modules.ts';
import { renderTable } from '../../../src/dev/schemas/kubernetes.ts';
import { PROJECTS } from '../../../src/dev/schemas/projects.ts';
import { loadKinds } from '../../../src/node/load-kinds.ts';
import { describeShared, projectRoot } from '../../harness/shared.ts';

const kinds = loadKinds();
const textOf = (file: string): string => readFileSync(path.join(projectRoot, 'schemas', file), 'utf8');
const tablesOf = (folder: string): string[] => readdirSync(path.join(projectRoot, 'schemas', folder)).map(name => `${folder}/${name}`);
const entriesOf = (value: unknown): [string, unknown][] => (isRecord(value) ? Object.entries(value) : []);

/** `apps-v1` as `apps/v1`. */
const apiVersionOf = (file: string): string => (file.startsWith('core-') ? file.slice('core-'.length) : file.replace(/-(v\w+)$/, '/$1'));

const builtIn = entriesOf(parseTable(textOf('kubernetes/kinds.json'))).flatMap(([file, own]) =>
  entriesOf(own).map(([kind]) => [apiVersionOf(file), kind] as const),
);
const bundled = entriesOf(parseTable(textOf('crds/kinds.json'))).flatMap(([group, own]) =>
  entriesOf(own).flatMap(([kind, code]) =>
    String(code)
      .split(' ')
      .slice(2)
      .filter(version => !version.startsWith('-'))
      .map(version => version.replace('~', ''))
      .map(version => [`${group}/${version}`, kind] as const),
  ),
);

describe('the tables of schemas/', () => {
  test.each([...tablesOf('kubernetes'), ...tablesOf('crds')])('%s is as the generator writes it', file => {
    expect(textOf(file) === renderTable(Object.entries(parseTable(textOf(file))))).toBe(true);
  });

  test('name what they were made from, with the sums of the modules', () => {
    const sources = parseTable(textOf('kubernetes/sources.json'));
    const modules = ['k8s.io/api', 'k8s.io/apimachinery', 'k8s.io/apiextensions-apiserver', 'k8s.io/kube-aggregator'];
    for (const module of modules) {
      const minors = Object.keys(sources).flatMap(name => (name.startsWith(`${module}@v0.`) ? [Number(name.split('.').at(-2))] : []));
      expect(minors).toEqual(MINORS);
    }
    expect(Object.values(sources).every(sum => typeof sum === 'string' && sum.startsWith('h1:'))).toBe(true);
    const projects = parseTable(textOf('crds/sources.json'));
    expect(PROJECTS.filter(({ module, version }) => !isRecord(projects[`${module}@${version}`]))).toEqual([]);
  });

  test('hold the types that they name', () => {
    const seen = new Set<Schema>();
    const unknown: string[] = [];
    const visit = (schema: Schema, where: string): void => {
      if (seen.has(schema)) return;
      seen.add(schema);
      if (schema.type === 'any' && !/RawExtension|FieldsV1|JSON/.test(schema.goType ?? '')) unknown.push(`${where}: ${String(schema.goType)}`);
      for (const name of schema.fieldNames?.() ?? []) {
        const field = schema.field?.(name);
        if (field) visit(field.schema, `${where}.${name}`);
      }
      const element = schema.element?.();
      if (element) visit(element, `${where}.*`);
    };
    for (const [apiVersion, kind] of builtIn) {
      const schema = kinds.find(apiVersion, kind)?.schema();
      expect(schema?.field?.('metadata')?.schema.goType, `${apiVersion} ${kind}`).toBe('v1.ObjectMeta');
      if (schema) visit(schema, kind);
    }
    expect(unknown).toEqual([]);
  });

  test('hold a schema for every version that they name', () => {
    const without = bundled.filter(([apiVersion, kind]) => kinds.find(apiVersion, kind)?.schema()?.type !== 'object');
    expect(bundled.length).toBeGreaterThan(150);
    expect(without).toEqual([]);
  });
});

/** A name of a type as clients of other languages have it: `V1PodSpec`. */
function clientName(file: string, type: string): string {
  const version = file.slice(file.lastIndexOf('-') + 1);
  return version.slice(0, 1).toUpperCase() + version.slice(1) + type;
}

function knows(code: unknown, minor: number): boolean {
  const [, since = '', until = ''] = /(?:^| )(\d*)-(\d*)(?: |$)/.exec(String(code)) ?? [];
  return Number(since) <= minor && minor <= (until === '' ? Infinity : Number(until));
}

describeShared('the types of clients', 'data', folder => {
  const client = parseTable(gunzipSync(readFileSync(path.join(folder, 'k8s-core-types-1.20-1.36.json.gz'))).toString());
  const types = Array.isArray(client['types']) ? client['types'] : [];
  const byName = new Map<string, Record<string, unknown>[]>();
  for (const file of tablesOf('kubernetes').filter(name => !/kinds|sources/.test(name))) {
    for (const [name, fields] of Object.entries(parseTable(textOf(file)))) {
      const key = clientName(path.basename(file, '.json'), name);
      if (isRecord(fields)) byName.set(key, [...(byName.get(key) ?? []), fields]);
    }
  }

  test.each(entriesOf(client['versions']))('have the same fields in %s', (version, table) => {
    const minor = Number(version.split('.')[1]);
    const differences: string[] = [];
    let compared = 0;
    for (const [name, index] of entriesOf(isRecord(table) ? table['t'] : undefined)) {
      const [fields, ...others] = byName.get(name) ?? [];
      const theirs: unknown = types[Number(index)];
      if (!fields || others.length > 0 || !isRecord(theirs)) continue;
      compared++;
      const ours = Object.keys(fields).filter(field => knows(fields[field], minor));
      const known = entriesOf(theirs['p']).map(([field]) => field.replace(/^_/, ''));
      if (ours.toSorted().join(' ') !== known.toSorted().join(' ')) differences.push(`${name}: ${ours.join(' ')} and not ${known.join(' ')}`);
    }
    expect(compared).toBeGreaterThan(300);
    expect(differences).toEqual([]);
  });
});
