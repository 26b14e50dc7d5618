import { Random } from '../random.ts';
import { printRaw, type Raw, type RawMap } from './raw-yaml.ts';
import { chance, makeObject, pairs, pickOf, type SceneObject, some, text } from './scene-objects.ts';
import { jsonPatch, mergePatch, patchText, target } from './scene-patches.ts';

/** Files of a kustomization and what it takes in, all by chance. */
export interface Scene {
  readonly files: Readonly<Record<string, string>>;
  readonly root: string;
}

const asScalar = (value: string): string => `|-\n${value.trimEnd()}`;

const METADATA = ['originAnnotations', 'transformerAnnotations', 'managedByLabel', 'unknown'];

/** What `crds` says of a Widget. */
const TYPES = `example.com/v1.Widget:
  Schema: { properties: { apiVersion: {}, kind: {}, metadata: {}, spec: { $ref: example.com/v1.WidgetSpec } } }
example.com/v1.WidgetSpec:
  Schema:
    properties:
      text: { x-kubernetes-identity: "" }
      nested: { x-kubernetes-label-selector: "" }
      list: { x-kubernetes-object-ref-api-version: v1, x-kubernetes-object-ref-kind: ConfigMap, x-kubernetes-object-ref-name-key: value }
`;

/** A schema that merges lists of a Widget, and knows no other kind. */
const SCHEMA = `definitions:
  Widget:
    properties: { spec: { $ref: "#/definitions/WidgetSpec" } }
    x-kubernetes-group-version-kind: [{ group: example.com, version: v1, kind: Widget }]
  WidgetSpec:
    properties:
      list: { type: array, items: { type: object }, x-kubernetes-patch-strategy: merge, x-kubernetes-patch-merge-key: name }
      nested: { properties: { containers: { type: array, x-kubernetes-patch-strategy: merge, x-kubernetes-list-map-keys: [name, image] } } }
`;

class SceneMaker {
  readonly files: Record<string, string> = {};
  readonly #random: Random;
  #patches = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  /** A directory of resources; what is made of it. */
  base(directory: string, count: number): SceneObject[] {
    const random = this.#random;
    const objects = new Map<string, SceneObject>();
    for (let left = count; left > 0; left--) {
      const object = makeObject(random);
      objects.set(`${object.gvk} ${object.name}`, object);
    }
    const list = [...objects.values()];
    this.files[`${directory}/all.yaml`] = list.map(({ raw }) => printRaw(raw, random)).join('---\n');
    this.write(directory, list, { resources: ['all.yaml'] });
    return list;
  }

  write(directory: string, objects: readonly SceneObject[], head: RawMap): void {
    this.files[`${directory}/kustomization.yaml`] = printRaw({ ...head, ...this.#fields(directory, objects) }, this.#random);
  }

  #patchEntry(directory: string, object: SceneObject): RawMap {
    const random = this.#random;
    const isJson = chance(random, 3);
    const body = patchText(random, isJson ? jsonPatch(random, object.kind) : mergePatch(random, object));
    const options: RawMap = chance(random, 10) ? { options: { allowNameChange: 'true' } } : {};
    const where: RawMap = isJson || chance(random) ? { target: target(random, object) } : {};
    if (chance(random)) return { patch: asScalar(body), ...where, ...options };
    const path = `patch-${String(this.#patches++)}.yaml`;
    this.files[`${directory}/${path}`] = body;
    return { path, ...where, ...options };
  }

  #replacement(objects: readonly SceneObject[]): RawMap {
    const random = this.#random;
    const [from, to] = [pickOf(random, objects), pickOf(random, objects)];
    const paths = [
      'metadata.name',
      'spec.replicas',
      'metadata.labels.app',
      'spec.template.spec.containers.[name=app].image',
      'spec.template.spec.containers.*.name',
      'metadata.annotations.[example.com/part]',
      'spec.ports.0.port',
      'data.a',
      'spec.template.spec.containers.0.env.[name=A].value',
    ];
    const options = (): RawMap =>
      chance(random, 2)
        ? {
            options: some(random, {
              delimiter: () => pickOf(random, ['"."', '":"', '"-"']),
              index: () => pickOf(random, ['0', '1', '-1']),
              create: () => 'true',
            }),
          }
        : {};
    return {
      source: { kind: from.kind, name: from.name, ...some(random, { fieldPath: () => pickOf(random, paths) }), ...options() },
      targets: [{ select: { kind: to.kind, ...some(random, { name: () => to.name }) }, fieldPaths: [pickOf(random, paths)], ...options() }],
    };
  }

  #file(directory: string, name: string, text: string): string {
    this.files[`${directory}/${name}`] = text;
    return name;
  }

  #generator(directory: string, isSecret: boolean): RawMap {
    const random = this.#random;
    return {
      name:
        isSecret && directory === 'base'
          ? 'keys'
          : `${pickOf(random, ['settings', 'extra', 'conf'])}${directory === 'base' ? '' : chance(random, 3) ? '' : `-${directory}`}`,
      ...some(random, { behavior: () => pickOf(random, ['merge', 'replace', 'create']) }, 6),
      literals: ['a=1', 'b="x y"', pickOf(random, ['c=', 'd=e=f'])],
      ...some(random, { options: () => some(random, { disableNameSuffixHash: () => 'true', labels: () => pairs(random), immutable: () => 'true' }) }, 3),
    };
  }

  #fields(directory: string, objects: readonly SceneObject[]): RawMap {
    const random = this.#random;
    const scaled = objects.filter(({ kind }) => kind === 'Deployment' || kind === 'StatefulSet');
    const services = objects.filter(({ kind }) => kind === 'Service');
    const withObjects: Record<string, () => Raw> =
      objects.length === 0
        ? {}
        : {
            patches: () => Array.from({ length: 1 + random.below(2) }, () => this.#patchEntry(directory, pickOf(random, objects))),
            patchesStrategicMerge: () => [asScalar(printRaw(mergePatch(random, pickOf(random, objects)), random))],
            patchesJson6902: () => {
              const object = pickOf(random, objects);
              return [
                { target: { ...target(random, object), name: object.name, version: 'v1' }, patch: asScalar(printRaw(jsonPatch(random, object.kind), random)) },
              ];
            },
            ...(chance(random, 3) && { replacements: () => [this.#replacement(objects)] }),
          };
    const rare = some(
      random,
      {
        ...withObjects,
        images: () => [
          {
            name: pickOf(random, ['nginx', 'redis', 'docker.io/library/redis', '.*']),
            ...some(random, { newName: () => 'mirror/x', newTag: () => pickOf(random, ['"2"', 'v3']), digest: () => 'sha256:ff', tagSuffix: () => '-eu' }),
          },
        ],
        ...(scaled.length > 0 && { replicas: () => [{ name: pickOf(random, scaled).name, count: '4' }] }),
        configMapGenerator: () => [this.#generator(directory, false)],
        secretGenerator: () => [this.#generator(directory, true)],
        generatorOptions: () => some(random, { labels: () => pairs(random), disableNameSuffixHash: () => 'true' }),
        ...(services.length > 0 && {
          vars: () => [
            {
              name: `${pickOf(random, ['API', 'PORT'])}${directory === 'base' ? '' : '2'}`,
              objref: { apiVersion: 'v1', kind: 'Service', name: pickOf(random, services).name },
              ...some(random, { fieldref: () => ({ fieldpath: pickOf(random, ['metadata.name', 'metadata.name', 'spec.ports[0].port']) }) }),
            },
          ],
        }),
        buildMetadata: () => METADATA.filter(() => chance(random)),
        crds: () => [this.#file(directory, 'types.yaml', TYPES)],
        openapi: () => ({ path: this.#file(directory, 'schema.yaml', SCHEMA) }),
        sortOptions: () => ({ order: pickOf(random, ['fifo', 'legacy']) }),
        commonLabels: () => pairs(random),
        transformers: () => [
          asScalar(
            printRaw(
              {
                apiVersion: 'builtin',
                kind: 'LabelTransformer',
                metadata: { name: 'l' },
                labels: { by: 'plugin' },
                fieldSpecs: [{ path: 'metadata/labels', create: 'true' }],
              },
              random,
            ),
          ),
        ],
      },
      6,
    );
    const usual = some(
      random,
      {
        namespace: () => pickOf(random, ['prod', 'one']),
        namePrefix: () => pickOf(random, ['p-', 'team-']),
        nameSuffix: () => '-s',
        labels: () => [{ pairs: pairs(random), ...some(random, { includeSelectors: () => 'true', includeTemplates: () => 'true' }, 3) }],
        commonAnnotations: () => pairs(random, text),
      },
      4,
    );
    return { ...usual, ...rare };
  }
}

/** A kustomization with one or two layers above its resources, and sometimes a component; the same one for the same seed. */
export function makeScene(seed: number): Scene {
  const random = new Random(seed);
  const maker = new SceneMaker(random);
  const objects = maker.base('base', 1 + random.below(5));
  if (chance(random, 3)) return { files: maker.files, root: 'base' };
  const hasComponent = chance(random, 4);
  if (hasComponent) maker.write('component', objects, { apiVersion: 'kustomize.config.k8s.io/v1alpha1', kind: 'Component' });
  maker.write('overlay', objects, { resources: ['../base'], ...(hasComponent && { components: ['../component'] }) });
  return { files: maker.files, root: 'overlay' };
}
