import { FIELD_LISTS, type BuildContext, fail, type NameReference } from './context.ts';
import { checkShape } from './check-shape.ts';
import { addReference, addSpec } from './field-configuration.ts';
import { findSource } from './find-source.ts';
import type { Text } from './kustomization.ts';
import { readFieldSpec } from './kustomization-entries.ts';
import { Fields } from './kustomization-fields.ts';
import { FIELD_SPEC, GVK, type Shape } from './kustomization-shape.ts';
import { loadConfiguration } from './load.ts';
import type { MapNode } from './node.ts';
import { isReadFailure } from './read-nodes.ts';
import { fileSource } from './text-source.ts';

const NAME_REFERENCE: Shape = { list: { struct: 'NameBackReferences', fields: { ...GVK, fieldSpecs: { list: FIELD_SPEC } } } };
const SHAPE: Shape = {
  struct: 'TransformerConfig',
  fields: { ...Object.fromEntries(FIELD_LISTS.map((name): [string, Shape] => [name, { list: FIELD_SPEC }])), nameReference: NAME_REFERENCE },
};

function readReference(reference: Fields): NameReference {
  const [group, version, kind] = [reference.string('group'), reference.string('version'), reference.string('kind')];
  return { group, version, kind, fieldSpecs: reference.maps('fieldSpecs').map(readFieldSpec) };
}

function readRoot(path: Text, context: BuildContext): MapNode | undefined {
  const file = findSource(context, path.value, missing => {
    fail(context, { ...missing, at: path.at, subject: path.value });
  });
  const root = file && loadConfiguration(fileSource(file));
  if (root && isReadFailure(root)) {
    fail(context, { kind: 'configuration', answer: `error converting YAML to JSON: ${root.answer}`, at: root.at, subject: path.value });
    return undefined;
  }
  if (!root) return undefined;
  for (const fault of checkShape(root, SHAPE, { struct: 'TransformerConfig', path: [] })) {
    fail(context, { ...fault, kind: 'configuration', answer: `error unmarshaling JSON: while decoding JSON: ${fault.answer}` });
  }
  return root.kind === 'map' ? root : undefined;
}

/** Reads `configurations`: field specs and name references beside the built-in ones, for here and above (K-033, K-122). */
export function readConfigurations(context: BuildContext): void {
  for (const path of context.kustomization.configurations) {
    const root = readRoot(path, context);
    const fields = root && new Fields(root);
    if (!fields) continue;
    for (const name of FIELD_LISTS) for (const spec of fields.maps(name)) addSpec(name, readFieldSpec(spec), context);
    for (const reference of fields.maps('nameReference')) addReference(readReference(reference), context);
  }
}
