import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { Cursor } from '../../../src/core/yaml/cursor.ts';
import { describeShared } from '../../harness/shared.ts';
import { readText } from './reading.ts';

function findManifests(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.(?:ya?ml|json)$/.test(name))
    .map(name => path.join(folder, name));
}

describeShared('manifests of well-known repositories', 'corpus', folder => {
  const files = findManifests(folder).map(name => ({ name: path.relative(folder, name), file: readText(readFileSync(name, 'utf8')) }));
  const plain = files.filter(({ name }) => !/(?:^|\/)(?:templates|charts)\//.test(name));

  test('are read, or are templates of other tools', () => {
    const broken = plain.flatMap(({ name, file }) =>
      file.documents.flatMap(({ problems }) => problems.filter(problem => problem.fatal).map(({ cause }) => `${path.basename(name)}: ${cause}`)),
    );
    expect(broken).toEqual([]);
  });

  test('hold as many objects as another parser finds in them, and one that it refuses and kubectl takes', () => {
    const roots = files.filter(({ file }) => !file.text.includes('{{')).flatMap(({ file }) => file.documents.flatMap(document => Cursor.root(document) ?? []));
    expect(roots.filter(root => root.get('apiVersion').isPresent && root.get('kind').isPresent).length).toBe(4902);
  });
});
