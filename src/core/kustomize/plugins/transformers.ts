import { addHashes } from '../hash.ts';
import type { Text } from '../kustomization.ts';
import { readImage, readPatch, readReplica } from '../kustomization-entries.ts';
import { applyJson6902 } from '../patch/patches-json6902.ts';
import { applyStrategicMerge } from '../patch/patches-strategic-merge.ts';
import { applyPatch } from '../patch/patches.ts';
import { applyReplacement } from '../replace/replacements.ts';
import { readReplacementEntry } from '../replacement-entry.ts';
import { addAffix } from '../transform/affixes.ts';
import { setImages } from '../transform/images.ts';
import { writePairs } from '../transform/labels.ts';
import { type RoleBindingSubjects, setNamespace } from '../transform/namespace.ts';
import { setReplicas } from '../transform/replicas.ts';
import type { PluginConfig, PluginRun } from './plugin-run.ts';
import { addValue } from './value-add.ts';

const SUBJECTS = ['defaultOnly', 'none', 'allServiceAccounts'] as const;
const isSubjects = (word: string): word is RoleBindingSubjects => SUBJECTS.some(known => known === word);

function affix(side: 'prefix' | 'suffix'): PluginRun {
  return (objects, { fields, fieldSpecs }, context) => {
    if (!fields.has('fieldSpecs')) return 'fieldSpecs is not expected to be nil';
    const text = fields.text(side);
    if (text && text.value !== '') addAffix(objects.items, { side, affix: text, field: side, fields: fieldSpecs }, context);
    return undefined;
  };
}

const [prefix, suffix] = [affix('prefix'), affix('suffix')];

const namespace: PluginRun = (objects, { fields, fieldSpecs }, context) => {
  const subjects = fields.string('setRoleBindingSubjects') || 'defaultOnly';
  if (!isSubjects(subjects)) {
    return `invalid value "${subjects}" for setRoleBindingSubjects: must be one of "defaultOnly", "none" or "allServiceAccounts"`;
  }
  const text = fields.map('metadata')?.text('namespace');
  if (text) setNamespace(objects.items, { namespace: text, fields: fieldSpecs, unsetOnly: fields.flag('unsetOnly'), subjects }, context);
  return undefined;
};

function pairs(field: 'labels' | 'annotations'): PluginRun {
  return (objects, { fields, fieldSpecs }, context) => {
    writePairs(objects.items, fields.pairs(field), fieldSpecs, context);
    return undefined;
  };
}

/** The text of a field, which is an entry like that of a kustomization. */
function textOf({ fields }: PluginConfig, field: string): Text | undefined {
  const text = fields.text(field);
  return text?.value === '' ? undefined : text;
}

const strategicMerge: PluginRun = (objects, config, context) => {
  const inline = textOf(config, 'patches');
  const patches = [...config.fields.texts('paths'), ...(inline ? [inline] : [])];
  if (patches.length === 0) return 'empty file path and empty patch content';
  for (const patch of patches) applyStrategicMerge(objects, patch, context);
  return undefined;
};

const replicas: PluginRun = (objects, { fields, fieldSpecs }, context) => {
  const replica = fields.map('replica');
  if (replica) setReplicas(objects.items, readReplica(replica), fieldSpecs, context);
  return undefined;
};

/** Transformers that are built in, by kind (K-123). */
export const TRANSFORMERS: ReadonlyMap<string, PluginRun> = new Map<string, PluginRun>([
  ['PrefixTransformer', prefix],
  ['SuffixTransformer', suffix],
  ['PrefixSuffixTransformer', (objects, config, context) => prefix(objects, config, context) ?? suffix(objects, config, context)],
  ['NamespaceTransformer', namespace],
  ['LabelTransformer', pairs('labels')],
  ['AnnotationsTransformer', pairs('annotations')],
  ['PatchStrategicMergeTransformer', strategicMerge],
  [
    'PatchTransformer',
    (objects, { fields }, context) => {
      applyPatch(objects, readPatch(fields), context);
      return undefined;
    },
  ],
  [
    'PatchJson6902Transformer',
    (objects, { fields }, context) => {
      applyJson6902(objects, { ...readPatch(fields), patch: fields.text('jsonOp') }, context);
      return undefined;
    },
  ],
  [
    'ImageTagTransformer',
    (objects, { fields, fieldSpecs }, context) => {
      const image = fields.map('imageTag');
      if (image) setImages(objects.items, readImage(image), fieldSpecs, context);
      return undefined;
    },
  ],
  ['ReplicaCountTransformer', replicas],
  [
    'ReplacementTransformer',
    (objects, { fields }, context) => {
      for (const entry of fields.maps('replacements')) applyReplacement(objects, readReplacementEntry(entry), context);
      return undefined;
    },
  ],
  ['ValueAddTransformer', addValue],
  [
    'HashTransformer',
    objects => {
      addHashes(objects);
      return undefined;
    },
  ],
]);
