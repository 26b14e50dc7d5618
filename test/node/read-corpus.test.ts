import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readSet } from '../../src/index.ts';
import { identityOf } from '../../src/core/model/identity.ts';
import { fileOf, type Resource } from '../../src/core/model/resource.ts';
import { parseSource } from '../../src/core/yaml/parse-source.ts';
import { readInput } from '../../src/node/read-input.ts';
import { describeShared } from '../harness/shared.ts';

/** Objects that every kustomization which takes them in removes. */
const REMOVED: Readonly<Record<string, readonly string[]>> = {
  // `$patch: delete` in the kustomizations of kserve and of the viewer.
  kubeflow__manifests: [
    ...[
      'decode-template',
      'decode-worker-data-parallel',
      'prefill-template',
      'prefill-worker-data-parallel',
      'router-route',
      'scheduler',
      'template',
      'worker-data-parallel',
    ].map(
      name => `manifests/applications/kserve/kserve/kserve-cluster-resources.yaml serving.kserve.io/LLMInferenceServiceConfig/kserve/kserve-config-llm-${name}`,
    ),
    'manifests/applications/pvcviewer-controller/upstream/manager/manager.yaml /Namespace//system',
  ],
};

describeShared('every repository of the corpus, from its root in one run', 'corpus', folder => {
  const repositories = readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory());

  test.each(repositories.map(entry => entry.name))('%s', async name => {
    const input = await readInput(['.'], path.join(folder, name), { ignore: false });
    expect([input.faults, input.incomplete]).toEqual([[], []]);
    const sources = input.files.map(file => parseSource(file.path, file.text));
    const set = await readSet(sources, { tree: input.tree, beside: input.beside });
    // No object is lost between the files and the scopes, but for those that a patch removes.
    const placeOf = ({ body }: Resource): string => `${body.at.file.path}:${String(body.at.valueSpan.start)}`;
    const held = new Set(set.clusters.flatMap(cluster => cluster.resources.map(placeOf)));
    const read = set.readings.flatMap(reading => reading.resources);
    const lost = read.filter(resource => !held.has(placeOf(resource)));
    expect(lost.map(resource => `${fileOf(resource).path} ${identityOf(resource) ?? ''}`)).toEqual(REMOVED[name] ?? []);
  });
});
