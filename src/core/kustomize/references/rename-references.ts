import { changedBy } from '../../yaml/origin.ts';
import type { BuildContext, NameReference } from '../context.ts';
import { fail } from '../context.ts';
import { selectsGvk, walkFields, type Obstacle } from '../field-spec.ts';
import type { FieldSpec } from '../kustomization.ts';
import { entryOf, isNull, nodeAt, scalarNode, setEntry, type MapNode, type ScalarNode, type YamlNode } from '../node.ts';
import { idOf, originalId, printId, textOf } from '../object-id.ts';
import type { BuildObject } from '../object.ts';
import type { ObjectList } from '../object-list.ts';
import { NAME_REFERENCES } from '../tables/name-references.ts';
import { writeText } from '../written.ts';
import { hasSameAffixes } from './affix-match.ts';
import { Candidates, isInNamespace, isInReach, referrerOf, wasSelectedBy, type Candidate, type Referrer } from './candidates.ts';
import { mergeReferences } from './merge-references.ts';

/** A field of an object that may name another one. */
interface Lookup {
  readonly referrer: Referrer;
  readonly target: NameReference;
  readonly path: string;
  readonly candidates: Candidates;
}

/** What a name stands for now, or why that cannot be told. */
type Found = Candidate | Obstacle | undefined;

/** The kind that a binding says it refers to, where it says so. */
function roleOf({ root }: BuildObject): { readonly group: string; readonly kind: string } | undefined {
  const [group, kind] = ['apiGroup', 'kind'].map(key => nodeAt(root, 'roleRef', key));
  return group && kind ? { group: textOf(group), kind: textOf(kind) } : undefined;
}

function narrow(candidates: readonly Candidate[], { object }: Referrer): readonly Candidate[] {
  const near = candidates.filter(candidate => hasSameAffixes(candidate.object, object, true));
  return near.length > 1 ? near.filter(candidate => hasSameAffixes(candidate.object, object, false)) : near;
}

/** Finds the object that once had a name (K-062). Of a mapping the namespace is written too, so that it tells objects apart (K-063). */
function find(node: ScalarNode, lookup: Lookup, namespace?: { readonly written: string | undefined }): Found {
  const { referrer, target, path, candidates } = lookup;
  const role = path.endsWith('roleRef/name') ? roleOf(referrer.object) : undefined;
  const inReach = candidates.inReach(node.text, referrer);
  const fitting = ofNamespace(inReach, namespace?.written, lookup).filter(
    candidate => wasSelectedBy(target, candidate) && (!role || wasSelectedBy(role, candidate)) && isInNamespace(referrer, candidate),
  );
  if (fitting.length === 1) return fitting[0];
  const near = narrow(fitting, referrer);
  const [first] = near;
  const isOne = near.every(({ name, namespace: other }) => name === first?.name && (!namespace || other === first.namespace));
  if (isOne) return first;
  return { answer: `found multiple possible referrals: ${near.map(({ object }) => printId(idOf(object))).join(', ')}`, node };
}

/** Candidates that were in a namespace when they were read; where there is nothing that was, those that are in it now (K-063). */
function ofNamespace(candidates: readonly Candidate[], written: string | undefined, { candidates: all, referrer }: Lookup): readonly Candidate[] {
  if (written === undefined) return candidates;
  const wasThere = all.originallyIn(written).some(candidate => isInReach(referrer, candidate));
  return candidates.filter(({ isClusterScoped, original, effective }) => !isClusterScoped && (wasThere ? original : effective) === written);
}

function isObstacle(found: Found): found is Obstacle {
  return found !== undefined && 'answer' in found;
}

/** Takes the present name, with all that changed it (§4). */
function takeName(node: ScalarNode, { object, name }: Candidate): void {
  if (node.text === name) return;
  const changes = nodeAt(object.root, 'metadata', 'name')?.origin.changes ?? [];
  writeText(node, name, { at: node.origin.at, changes: [...node.origin.changes, ...changes] });
}

function renameScalar(node: ScalarNode, lookup: Lookup): Obstacle | undefined {
  const found = find(node, lookup);
  if (isObstacle(found)) return found;
  if (found) takeName(node, found);
  return undefined;
}

function takeNamespace(map: MapNode, { object, namespace }: Candidate): void {
  const source = nodeAt(object.root, 'metadata', 'namespace')?.origin;
  if (namespace === '' || !source) return;
  const old = entryOf(map, 'namespace');
  if (old?.kind !== 'scalar') return setEntry(map, 'namespace', scalarNode(namespace, source, undefined));
  if (old.text === namespace) return;
  writeText(old, namespace, changedBy(source, { at: old.origin.at, note: `was "${old.text}" here` }));
}

function renameMapping(map: MapNode, lookup: Lookup): Obstacle | undefined {
  const name = entryOf(map, 'name');
  if (name?.kind !== 'scalar') return { answer: "path config error; no 'name' field in node", node: map };
  const written = entryOf(map, 'namespace');
  const found = find(name, lookup, { written: written?.kind === 'scalar' ? written.text : undefined });
  if (isObstacle(found)) return found;
  if (!found || (found.name === name.text && found.namespace === '')) return undefined;
  takeName(name, found);
  takeNamespace(map, found);
  return undefined;
}

function rename(node: YamlNode, lookup: Lookup): Obstacle | undefined {
  switch (node.kind) {
    case 'scalar':
      return isNull(node) ? undefined : renameScalar(node, lookup);
    case 'map':
      return renameMapping(node, lookup);
    case 'list':
      for (const item of node.items) {
        const obstacle = item.kind === 'list' ? { answer: 'is expected to be either a string or a map', node: item } : rename(item, lookup);
        if (obstacle) return obstacle;
      }
      return undefined;
  }
}

interface Entry {
  readonly target: NameReference;
  readonly spec: FieldSpec;
}

/** Entries of the table by the kind of the referrer; empty for those of any kind. */
function entriesByKind(references: readonly NameReference[]): (kind: string) => readonly Entry[] {
  const entries = references.flatMap(target => target.fieldSpecs.map(spec => ({ target, spec })));
  const byKind = new Map<string, readonly Entry[]>();
  return kind => {
    let found = byKind.get(kind);
    if (!found) byKind.set(kind, (found = entries.filter(({ spec }) => spec.kind === '' || spec.kind === kind)));
    return found;
  };
}

function failOn(object: BuildObject, path: string, { answer, node }: Obstacle, context: BuildContext): void {
  const said = `updating name reference in '${path}' field of '${printId(idOf(object))}': ${answer}`;
  fail(context, { kind: 'name-reference', answer: said, at: node.origin.at, subject: node.kind === 'scalar' ? node.text : path });
}

/** Gives fields that name an object the name that it has now (K-060 to K-065). */
export function renameReferences(objects: ObjectList, context: BuildContext): void {
  const candidates = new Candidates(objects.items);
  const entriesOf = entriesByKind(mergeReferences(NAME_REFERENCES, context.configuration.nameReference));
  for (const object of objects.items) {
    const id = originalId(object);
    const referrer = referrerOf(object);
    for (const { target, spec } of entriesOf(id.kind)) {
      if (!selectsGvk(spec, id)) continue;
      const lookup: Lookup = { referrer, target, path: spec.path, candidates };
      const obstacle = walkFields(object, spec, { origin: object.origin, set: node => rename(node, lookup) });
      if (obstacle) failOn(object, spec.path, obstacle, context);
    }
  }
}
