import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { DEFAULT_TARGET } from '../../src/core/engine/settings.ts';
import { buildClusters } from '../../src/core/model/build-clusters.ts';
import { identityOf } from '../../src/core/model/identity.ts';
import { parseSource } from '../../src/core/yaml/parse-source.ts';
import { readInput } from '../../src/node/read-input.ts';
import { describeShared } from '../harness/shared.ts';

describeShared('every repository of the corpus, from its root in one run', 'corpus', folder => {
  const repositories = readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory());

  test.each(repositories.map(entry => entry.name))('%s', async name => {
    const input = await readInput(['.'], path.join(folder, name), { ignore: false });
    expect([input.faults, input.incomplete]).toEqual([[], []]);
    const set = buildClusters(
      input.files.map(file => parseSource(file.path, file.text)),
      { target: DEFAULT_TARGET, tree: input.tree },
    );
    // No object is lost between the files and the scopes.
    const held = new Set(set.clusters.flatMap(cluster => cluster.resources.map(resource => resource.body)));
    const read = set.readings.flatMap(reading => reading.resources);
    expect(read.filter(resource => !held.has(resource.body)).map(resource => `${resource.document.file.path} ${identityOf(resource) ?? ''}`)).toEqual([]);
  });
});
