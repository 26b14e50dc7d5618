import type { FieldSpec, GeneratorEntry, GeneratorOptions, ImageEntry, LabelEntry, PatchEntry, ReplicaEntry, Selector, VarEntry } from './kustomization.ts';
import type { Fields } from './kustomization-fields.ts';

export function readSelector(fields: Fields): Selector {
  return {
    group: fields.text('group'),
    version: fields.text('version'),
    kind: fields.text('kind'),
    name: fields.text('name'),
    namespace: fields.text('namespace'),
    labelSelector: fields.text('labelSelector'),
    annotationSelector: fields.text('annotationSelector'),
    at: fields.at,
  };
}

export function readPatch(fields: Fields): PatchEntry {
  const target = fields.map('target');
  const options = fields.map('options');
  return {
    path: fields.text('path'),
    patch: fields.text('patch'),
    target: target && readSelector(target),
    allowNameChange: options?.flag('allowNameChange') ?? false,
    allowKindChange: options?.flag('allowKindChange') ?? false,
    at: fields.at,
  };
}

export function readFieldSpec(fields: Fields): FieldSpec {
  return {
    group: fields.string('group'),
    version: fields.string('version'),
    kind: fields.string('kind'),
    path: fields.string('path'),
    create: fields.flag('create'),
    at: fields.at,
  };
}

export function readLabel(fields: Fields): LabelEntry {
  return {
    pairs: fields.pairs('pairs'),
    includeSelectors: fields.flag('includeSelectors'),
    includeTemplates: fields.flag('includeTemplates'),
    fields: fields.maps('fields').map(readFieldSpec),
    at: fields.at,
  };
}

export function readImage(fields: Fields): ImageEntry {
  return {
    name: fields.text('name') ?? { value: '', at: fields.at },
    newName: fields.text('newName'),
    newTag: fields.text('newTag'),
    tagSuffix: fields.text('tagSuffix'),
    digest: fields.text('digest'),
    at: fields.at,
  };
}

export function readReplica(fields: Fields): ReplicaEntry {
  return {
    name: fields.text('name') ?? { value: '', at: fields.at },
    count: fields.number('count') ?? 0,
    at: fields.at,
    countAt: fields.node('count')?.origin.at ?? fields.at,
  };
}

export function readGeneratorOptions(fields: Fields | undefined): GeneratorOptions {
  return {
    labels: fields?.pairs('labels') ?? [],
    annotations: fields?.pairs('annotations') ?? [],
    disableNameSuffixHash: fields?.flag('disableNameSuffixHash') ?? false,
    immutable: fields?.flag('immutable') ?? false,
  };
}

export function readGenerator(fields: Fields, kind: GeneratorEntry['kind']): GeneratorEntry {
  const env = fields.text('env');
  return {
    kind,
    name: fields.text('name'),
    namespace: fields.text('namespace'),
    behavior: fields.text('behavior'),
    type: kind === 'Secret' ? fields.text('type') : undefined,
    files: fields.texts('files'),
    literals: fields.texts('literals'),
    // The old `env` goes behind `envs` (K-023).
    envs: env && env.value !== '' ? [...fields.texts('envs'), env] : fields.texts('envs'),
    options: readGeneratorOptions(fields.map('options')),
    at: fields.at,
  };
}

export function readVar(fields: Fields): VarEntry {
  const objref = fields.map('objref');
  const [group, version, apiVersion] = [objref?.string('group') ?? '', objref?.string('version') ?? '', objref?.string('apiVersion') ?? ''];
  return {
    name: fields.text('name') ?? { value: '', at: fields.at },
    objref: {
      apiVersion: apiVersion !== '' ? apiVersion : group === '' ? version : `${group}/${version}`,
      kind: objref?.string('kind') ?? '',
      name: objref?.string('name') ?? '',
      namespace: objref?.string('namespace') ?? '',
    },
    fieldPath: fields.map('fieldref')?.string('fieldpath') ?? '',
    at: fields.at,
  };
}
