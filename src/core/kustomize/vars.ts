import type { Origin } from '../yaml/origin.ts';
import { type BuildContext, fail, type RegisteredVar } from './context.ts';
import { mergeFields, type Obstacle, writeFields } from './field-spec.ts';
import { failAt } from './transform/write-all.ts';
import { writeVars } from './vars-write.ts';
import type { VarValue } from './vars-expand.ts';
import type { VarEntry } from './kustomization.ts';
import { isNull, type YamlNode } from './node.ts';
import { effectiveNamespace, isSameGvk, printGvk, splitApiVersion } from './object-id.ts';
import type { ObjectList } from './object-list.ts';
import { splitFieldPath } from './replace/field-path.ts';
import { lookUp } from './replace/look-up.ts';
import { ReplaceProblem } from './replace/replace-problem.ts';
import { VAR_REFERENCES } from './tables/var-references.ts';

const DEFAULT_FIELD = 'metadata.name';

/** A var as Go prints it. */
function printVar({ name, objref, fieldPath }: VarEntry): string {
  const gvk = { ...splitApiVersion(objref.apiVersion), kind: objref.kind };
  return `{${name.value} ${printGvk(gvk)} {${fieldPath || DEFAULT_FIELD}}}`;
}

/** The same before its apiVersion is taken apart. */
function printRaw({ name, objref, fieldPath }: VarEntry): string {
  return `{${name.value} ${printGvk({ group: '', version: '', kind: objref.kind })} {${fieldPath}}}`;
}

/** Finds the object of each var by any of its names, and keeps it for the end of the build (K-121). */
export function registerVars(objects: ObjectList, context: BuildContext): void {
  const { vars } = context.kustomization;
  for (const entry of vars) {
    const { objref, name, at } = entry;
    const gvk = { ...splitApiVersion(objref.apiVersion), kind: objref.kind };
    const found = objects.byAnyId(
      id => id.name === objref.name && isSameGvk(id, gvk) && (objref.namespace === '' || effectiveNamespace(id) === objref.namespace),
    );
    const taken = context.vars.find(other => other.entry.name.value === name.value);
    if (found.length > 1) {
      const answer = `merging vars [${vars.map(printRaw).join(' ')}]: found ${found.length} resId matches for var ${printVar(entry)} (unable to disambiguate)`;
      const related = found.map(({ origin }) => ({ at: origin.at, note: 'it fits this object' }));
      fail(context, { kind: 'var', answer, at, subject: name.value, related });
    } else if (taken) {
      const answer = `merging vars [${vars.map(printRaw).join(' ')}]: var '${name.value}' already encountered`;
      fail(context, { kind: 'var', answer, at, subject: name.value, related: [{ at: taken.entry.at, note: 'the var is here already' }] });
    } else {
      context.vars.push({ entry, directory: context.directory, target: found[0] });
    }
  }
}

function readNode(node: YamlNode): string | number | boolean | undefined {
  if (node.kind !== 'scalar') return undefined;
  if (node.tag === 'int' || node.tag === 'float') return Number(node.text);
  return node.tag === 'bool' ? /^true$/i.test(node.text) : node.text;
}

/** `ports[0]` is two steps. */
function stepsOf(path: string): string[] {
  return splitFieldPath(path).flatMap(step => {
    const [, name = '', index = ''] = /^(.*)\[(\d+)\]$/.exec(step) ?? [];
    return index === '' ? [step] : name === '' ? [index] : [name, index];
  });
}

function findNode(root: YamlNode, path: string): YamlNode | undefined {
  try {
    return lookUp(root, stepsOf(path));
  } catch (problem) {
    if (problem instanceof ReplaceProblem) return undefined;
    throw problem;
  }
}

/** The value of a var at the end of the build; undefined where it has none, or one that is no scalar. */
function valueOf({ entry, target }: RegisteredVar, objects: ObjectList, context: BuildContext): VarValue | undefined {
  const subject = entry.name.value;
  if (!target || !objects.items.includes(target)) {
    const answer = `var '${printVar(entry)}' cannot be mapped to a field in the set of known resources`;
    fail(context, { kind: 'var', answer, at: entry.at, subject });
    return undefined;
  }
  const node = findNode(target.root, entry.fieldPath || DEFAULT_FIELD);
  if (!node) {
    const related = [{ at: target.origin.at, note: 'the var names this object' }];
    fail(context, { kind: 'var', answer: `field specified in var '${printVar(entry)}' not found in corresponding resource`, at: entry.at, subject, related });
    return undefined;
  }
  const value = readNode(node);
  return value === undefined ? undefined : { name: subject, value, at: entry.at, source: node.origin.at };
}

/** Replaces `$(NAME)` in the fields for it, when all names are final (K-121). */
export function resolveVars(objects: ObjectList, context: BuildContext): void {
  const values = new Map<string, VarValue>();
  for (const registered of [...context.vars].sort((a, b) => (a.entry.name.value < b.entry.name.value ? -1 : 1))) {
    const value = valueOf(registered, objects, context);
    if (value) values.set(value.name, value);
  }
  const used = new Set<string>();
  const find = (name: string): VarValue | undefined => {
    used.add(name);
    return values.get(name);
  };
  const [first] = context.vars;
  if (!first || values.size === 0) return;
  // Nothing is made of it: these fields are never created.
  const origin: Origin = { at: first.entry.at, changes: [] };
  const set = (node: YamlNode): Obstacle | undefined => (isNull(node) ? undefined : writeVars(node, find));
  const specs = mergeFields(VAR_REFERENCES, context.configuration.varReference);
  for (const object of objects.items) {
    for (const spec of specs) {
      const obstacle = writeFields(object, spec, { origin, set });
      if (obstacle) return failAt(context, { by: first.entry.name, kind: 'var' }, obstacle);
    }
  }
  const unused = context.vars.map(({ entry }) => entry.name.value).filter(name => !used.has(name));
  if (unused.length > 0) context.warnings.push(`well-defined vars that were never replaced: ${unused.join(',')}`);
}
