/** What a field of a kustomization has to hold. The names are those of the Go types, which messages use (K-021). */
export type Shape =
  | { readonly type: 'string' | 'bool' | 'int64' | 'int' | 'any' }
  | { readonly list: Shape }
  | { readonly pairs: 'string' | 'bool' }
  | { readonly struct: string; readonly fields: Readonly<Record<string, Shape>> };

const STRING: Shape = { type: 'string' };
const BOOL: Shape = { type: 'bool' };
const ANY: Shape = { type: 'any' };
const STRINGS: Shape = { list: STRING };
const PAIRS: Shape = { pairs: 'string' };

const strings = (...names: readonly string[]): Record<string, Shape> => Object.fromEntries(names.map(name => [name, STRING]));
const struct = (name: string, fields: Readonly<Record<string, Shape>>): Shape => ({ struct: name, fields });

export const GVK = strings('group', 'version', 'kind');
export const FIELD_SPEC = struct('FieldSpec', { ...GVK, path: STRING, create: BOOL });
const SELECTOR_FIELDS = { ...GVK, ...strings('name', 'namespace', 'labelSelector', 'annotationSelector') };
const SELECTOR = struct('Selector', SELECTOR_FIELDS);
const PATCH = struct('Patch', { path: STRING, patch: STRING, target: SELECTOR, options: { pairs: 'bool' } });
const FIELD_OPTIONS = struct('FieldOptions', { delimiter: STRING, index: { type: 'int' }, encoding: STRING, create: BOOL });
const IMAGE = struct('Image', strings('name', 'newName', 'tagSuffix', 'newTag', 'digest'));
const GENERATOR_OPTIONS = struct('GeneratorOptions', { labels: PAIRS, annotations: PAIRS, disableNameSuffixHash: BOOL, immutable: BOOL });
const GENERATOR_ARGS = {
  ...strings('namespace', 'name', 'behavior', 'env'),
  literals: STRINGS,
  files: STRINGS,
  envs: STRINGS,
  options: GENERATOR_OPTIONS,
};
const REPLACEMENT = struct('ReplacementField', {
  path: STRING,
  source: struct('SourceSelector', { ...GVK, ...strings('name', 'namespace', 'fieldPath'), options: FIELD_OPTIONS }),
  sourceValue: STRING,
  targets: { list: struct('TargetSelector', { select: SELECTOR, reject: { list: SELECTOR }, fieldPaths: STRINGS, options: FIELD_OPTIONS }) },
});
const HELM_CHART = struct('HelmChart', {
  ...strings('name', 'version', 'repo', 'releaseName', 'namespace', 'valuesFile', 'valuesMerge', 'kubeVersion', 'nameTemplate'),
  additionalValuesFiles: STRINGS,
  valuesInline: ANY,
  includeCRDs: BOOL,
  skipHooks: BOOL,
  skipTests: BOOL,
  debug: BOOL,
  devel: BOOL,
  apiVersions: STRINGS,
});
const HELM_ARGS = struct('HelmChartArgs', {
  ...strings('chartName', 'chartVersion', 'chartRepoUrl', 'chartHome', 'chartRepoName', 'helmBin', 'helmHome', 'values', 'valuesMerge'),
  ...strings('releaseName', 'releaseNamespace'),
  valuesLocal: ANY,
  extraArgs: STRINGS,
});

/** All fields of a kustomization, the old ones too (K-023). */
export const KUSTOMIZATION_SHAPE = {
  struct: 'Kustomization',
  fields: {
    ...strings('apiVersion', 'kind', 'namePrefix', 'nameSuffix', 'namespace'),
    metadata: struct('ObjectMeta', { ...strings('name', 'namespace'), labels: PAIRS, annotations: PAIRS }),
    openapi: PAIRS,
    commonLabels: PAIRS,
    labels: { list: struct('Label', { pairs: PAIRS, includeSelectors: BOOL, includeTemplates: BOOL, fields: { list: FIELD_SPEC } }) },
    commonAnnotations: PAIRS,
    patchesStrategicMerge: STRINGS,
    patchesJson6902: { list: PATCH },
    patches: { list: PATCH },
    images: { list: IMAGE },
    imageTags: { list: IMAGE },
    replacements: { list: REPLACEMENT },
    replicas: { list: struct('Replica', { name: STRING, count: { type: 'int64' } }) },
    vars: {
      list: struct('Var', {
        name: STRING,
        objref: struct('Target', { ...GVK, ...strings('apiVersion', 'name', 'namespace') }),
        fieldref: struct('FieldSelector', { fieldpath: STRING }),
      }),
    },
    sortOptions: struct('SortOptions', {
      order: STRING,
      legacySortOptions: struct('LegacySortOptions', { orderFirst: STRINGS, orderLast: STRINGS }),
    }),
    resources: STRINGS,
    components: STRINGS,
    crds: STRINGS,
    bases: STRINGS,
    configMapGenerator: { list: struct('ConfigMapArgs', GENERATOR_ARGS) },
    secretGenerator: { list: struct('SecretArgs', { ...GENERATOR_ARGS, type: STRING }) },
    helmGlobals: struct('HelmGlobals', strings('chartHome', 'configHome')),
    helmCharts: { list: HELM_CHART },
    helmChartInflationGenerator: { list: HELM_ARGS },
    generatorOptions: GENERATOR_OPTIONS,
    configurations: STRINGS,
    generators: STRINGS,
    transformers: STRINGS,
    validators: STRINGS,
    buildMetadata: STRINGS,
  },
} as const satisfies Shape;

/** The Go type that a message names. */
export function goTypeOf(shape: Shape): string {
  if ('type' in shape) return shape.type === 'any' ? 'map[string]interface {}' : shape.type;
  if ('list' in shape) return `[]${goTypeOf(shape.list)}`;
  if ('pairs' in shape) return `map[string]${shape.pairs}`;
  return `types.${shape.struct}`;
}
