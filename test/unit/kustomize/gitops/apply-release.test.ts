import { describe, expect, test } from 'vitest';
import { applyRelease, type AppliedSet } from '../../../../src/core/kustomize/gitops/apply-release.ts';
import { findReleases } from '../../../../src/core/kustomize/gitops/find-releases.ts';
import type { Release } from '../../../../src/core/kustomize/gitops/release.ts';
import { readDocument } from '../../../../src/core/model/read-documents.ts';
import type { Resource } from '../../../../src/core/model/resource.ts';
import type { Cursor } from '../../../../src/core/yaml/cursor.ts';
import type { Place } from '../../../../src/core/yaml/place.ts';
import { memoryBuildFiles } from '../../../harness/memory-build-files.ts';

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: \${APP}
  labels: { port: "\${PORT}" }
spec:
  template:
    spec:
      containers:
        - name: app
          image: web:1.0.0
          args: ["--host=\${APP}.\${DOMAIN}", "$\${APP}", "\${SECRET}"]
          ports:
            - containerPort: "\${PORT}"
`;

const SHOP = `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: shop
  namespace: flux-system
spec:
  path: ./apps/shop
  targetNamespace: shop
  sourceRef: { kind: GitRepository, name: flux-system }
  commonMetadata:
    labels: { team: web }
  images:
    - { name: web, newTag: 2.0.0 }
  patches:
    - target: { kind: Deployment }
      patch: |
        - op: add
          path: /spec/replicas
          value: 3
  postBuild:
    substitute: { APP: store, PORT: "8080" }
    substituteFrom:
      - { kind: ConfigMap, name: domains }
`;

const DOMAINS = `apiVersion: v1
kind: ConfigMap
metadata: { name: domains, namespace: flux-system }
data:
  DOMAIN: |
    example.org
  APP: overridden
`;

const base = {
  'clusters/shop.yaml': SHOP,
  'clusters/domains.yaml': DOMAINS,
  'apps/shop/deployment.yaml': DEPLOYMENT,
  'apps/shop/kustomization.yaml': 'resources: [deployment.yaml]\n',
};

function run(texts: Readonly<Record<string, string>>): { releases: readonly Release[]; sets: readonly AppliedSet[] } {
  const files = memoryBuildFiles(texts);
  const yaml = Object.keys(texts).filter(path => /\.ya?ml$/.test(path) && !path.endsWith('kustomization.yaml'));
  const resources: Resource[] = yaml.flatMap(path => files.source(path)?.documents ?? []).flatMap(document => readDocument(document).resources);
  const repository = { top: '.', urls: [], tree: files };
  const releases = findReleases(resources, repository);
  const sets = releases.flatMap(release =>
    'files' in release || release.kind === 'kustomization' ? [applyRelease(release, { files, repository, resources })] : [],
  );
  return { releases, sets };
}

function only({ sets: [set] }: ReturnType<typeof run>): AppliedSet {
  if (!set) throw new Error('nothing is applied');
  return set;
}

function bodyOf({ resources: [resource] }: AppliedSet): Cursor {
  if (!resource) throw new Error('no object');
  return resource.body;
}

/** File, line, text, and the notes of what changed it. */
function tell(at: Place): string {
  const { file, valueSpan, origin } = at;
  const { line } = file.lines.position(valueSpan.start);
  const notes = (origin?.changes ?? []).map(({ note, at: by }) => `${note} (${by.file.path}:${String(by.file.lines.position(by.valueSpan.start).line)})`);
  return [`${file.path}:${String(line)} ${file.text.slice(valueSpan.start, valueSpan.end).trim()}`, ...notes].join('; ');
}

describe('a Flux Kustomization', () => {
  const set = only(run(base));
  const body = bodyOf(set);
  const container = body.get('spec').get('template').get('spec').get('containers').items()[0];

  test('builds its directory with what it adds', () => {
    expect(set.build?.faults).toEqual([]);
    expect(body.get('metadata').get('namespace').text).toBe('shop');
    expect(container?.get('image').text).toBe('web:2.0.0');
    expect(body.get('spec').get('replicas').text).toBe('3');
  });

  test('fills variables; quotes of the manifest are lost, so types change', () => {
    expect(body.get('metadata').get('name').text).toBe('store');
    expect(
      container
        ?.get('args')
        .items()
        .map(({ text }) => text),
    ).toEqual(['--host=store.example.org', '${APP}', '${SECRET}']);
    const port = container?.get('ports').items()[0]?.get('containerPort');
    expect(port?.number()).toMatchObject({ state: 'known', value: 8080 });
    expect(body.get('metadata').get('labels').get('port').number()).toMatchObject({ state: 'known', value: 8080 });
    expect(set.postBuild.unset.map(({ name }) => name)).toEqual(['SECRET']);
  });

  test('each value tells who wrote it', () => {
    expect(tell(body.get('metadata').get('name').at)).toBe(
      'apps/shop/deployment.yaml:4 ${APP}; postBuild.substitute of Kustomization "shop" sets ${APP} (clusters/shop.yaml:21)',
    );
    expect(tell(body.get('metadata').get('namespace').at)).toBe('clusters/shop.yaml:8 shop');
    expect(tell(body.get('metadata').get('labels').get('team').at)).toBe(
      'clusters/shop.yaml:11 web; commonMetadata.labels of Kustomization "shop" sets it (clusters/shop.yaml:11)',
    );
    expect(tell(body.get('spec').get('replicas').at)).toContain('clusters/shop.yaml:19 3');
    expect(container && tell(container.get('args').items()[0]?.at ?? container.at)).toContain(
      'ConfigMap "domains" of postBuild.substituteFrom sets ${DOMAIN} (clusters/domains.yaml:6)',
    );
  });

  test('leaves variables alone that a Secret of the cluster may set', () => {
    const { sets } = run({ ...base, 'clusters/shop.yaml': SHOP.replace('ConfigMap, name: domains', 'Secret, name: hidden') });
    const [args] = sets.flatMap(each => bodyOf(each).get('spec').get('template').get('spec').get('containers').items()[0]?.get('args').items() ?? []);
    expect(args?.string()).toMatchObject({ state: 'unknown' });
    expect(args?.text).toBe('--host=store.${DOMAIN}');
    expect(sets[0]?.postBuild.unset).toEqual([]);
  });

  test('never tells what a Secret holds', () => {
    const secret = 'apiVersion: v1\nkind: Secret\nmetadata: { name: hidden, namespace: flux-system }\nstringData: { DOMAIN: example.org }\n';
    const { sets } = run({ ...base, 'clusters/shop.yaml': SHOP.replace('ConfigMap, name: domains', 'Secret, name: hidden'), 'clusters/secret.yaml': secret });
    expect(sets.flatMap(({ documents }) => documents.map(({ file }) => file.text)).join('')).not.toContain('example.org');
    // All of it is in sight: what is in neither is set by nothing.
    expect(sets[0]?.postBuild.unset.map(({ name }) => name)).toEqual(['SECRET']);
  });

  test('leaves objects alone that say so, and sets without variables', () => {
    const disabled = DEPLOYMENT.replace('labels: {', 'labels: { kustomize.toolkit.fluxcd.io/substitute: disabled,');
    expect(
      bodyOf(only(run({ ...base, 'apps/shop/deployment.yaml': disabled })))
        .get('metadata')
        .get('name').text,
    ).toBe('${APP}');
    const without = SHOP.slice(0, SHOP.indexOf('  postBuild'));
    expect(
      bodyOf(only(run({ ...base, 'clusters/shop.yaml': without })))
        .get('metadata')
        .get('name').text,
    ).toBe('${APP}');
  });

  test('a script that is no substitution stops it', () => {
    const script = `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: script }\ndata:\n  run.sh: |\n    echo "\${1-x}"\n`;
    const { sets } = run({ ...base, 'apps/shop/deployment.yaml': script });
    expect(sets.flatMap(({ postBuild }) => postBuild.faults).map(({ kind, answer, at }) => [kind, answer, at.file.path])).toEqual([
      ['substitution-malformed', 'variable substitution failed: missing closing brace', 'apps/shop/deployment.yaml'],
    ]);
  });

  test('a value that is no YAML in its place', () => {
    const broken = SHOP.replace('APP: store', "APP: '[store'");
    const { sets } = run({ ...base, 'clusters/shop.yaml': broken });
    expect(sets.flatMap(({ postBuild }) => postBuild.faults).map(({ kind }) => kind)).toContain('substitution-breaks-yaml');
  });
});

describe('a directory without a kustomization', () => {
  const texts = {
    'clusters/shop.yaml': SHOP,
    'apps/shop/b.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: b }\n',
    'apps/shop/a/c.yml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: c }\n',
    'apps/shop/a/notes.txt': 'nothing',
    'apps/shop/a/draft.yaml': 'no: manifest\n',
    'apps/shop/a/.sourceignore': '# drafts\ndraft.*\n',
    'apps/shop/set/kustomization.yaml': 'resources: [d.yaml]\n',
    'apps/shop/set/d.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: d }\n',
    'apps/shop/set/e.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: e }\n',
  };

  test('is applied with all that is below it', () => {
    const set = only(run(texts));
    expect(set.build?.faults).toEqual([]);
    expect(set.build?.kustomizations[0]?.resources.map(({ value }) => value)).toEqual(['a/c.yml', 'b.yaml', 'set']);
    expect(set.resources.map(({ name }) => (name.state === 'known' ? name.value : '')).sort()).toEqual(['b', 'c', 'd']);
    expect(set.resources.map(({ namespace }) => namespace)).toMatchObject([{ value: 'shop' }, { value: 'shop' }, { value: 'shop' }]);
  });

  test('the source says what is left out', () => {
    const source = `apiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\nmetadata: { name: flux-system, namespace: flux-system }\nspec:\n  ignore: |\n    /*\n    !/apps\n    /apps/shop/b.yaml\n`;
    const set = only(run({ ...texts, 'clusters/source.yaml': source }));
    expect(set.build?.kustomizations[0]?.resources.map(({ value }) => value)).toEqual(['a/c.yml', 'set']);
  });
});
