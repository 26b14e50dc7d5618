import { findSource } from '../find-source.ts';
import { type BuildContext, fail } from '../context.ts';
import type { Replacement, ReplacementEntry, ReplacementTarget, Selector, Text } from '../kustomization.ts';
import { Fields } from '../kustomization-fields.ts';
import { readLabelSelector, type LabelTest } from '../label-selector.ts';
import { loadConfiguration } from '../load.ts';
import { findMeantBy } from '../meant.ts';
import { MergeProblem } from '../merge/merge-problem.ts';
import type { YamlNode } from '../node.ts';
import { allIds, nameOf } from '../object-id.ts';
import type { ObjectList } from '../object-list.ts';
import type { BuildObject } from '../object.ts';
import { isReadFailure } from '../read-nodes.ts';
import { readReplacement } from '../replacement-entry.ts';
import { describeSelector, isSelectedBy, pairsOf } from '../select.ts';
import { fileSource } from '../text-source.ts';
import { splitFieldPath } from './field-path.ts';
import { matchPath } from './match-path.ts';
import { ReplaceProblem } from './replace-problem.ts';
import { readSource } from './source.ts';
import { writeValue } from './write.ts';

function fitsPairs(text: Text | undefined, object: BuildObject, field: 'labels' | 'annotations'): boolean {
  if (!text || text.value === '') return true;
  const test: LabelTest | string = readLabelSelector(text.value);
  if (typeof test === 'string') throw new ReplaceProblem(test);
  return test(pairsOf(object, field));
}

const fitsLabels = (selector: Selector, object: BuildObject): boolean =>
  fitsPairs(selector.annotationSelector, object, 'annotations') && fitsPairs(selector.labelSelector, object, 'labels');

const hasLabels = ({ annotationSelector, labelSelector }: Selector): boolean => (annotationSelector?.value ?? '') !== '' || (labelSelector?.value ?? '') !== '';

const hasId = ({ group, version, kind, name, namespace }: Selector): boolean =>
  [group, version, kind, name, namespace].some(text => text !== undefined && text.value !== '');

/** Whether a target takes an object: plain equality with any of its ids (K-120). */
function takes(select: Selector, reject: readonly Selector[], object: BuildObject): boolean {
  if (!fitsLabels(select, object) || reject.some(selector => hasLabels(selector) && fitsLabels(selector, object))) return false;
  const ids = allIds(object);
  if (!ids.some(id => isSelectedBy(id, select))) return false;
  return !reject.some(selector => hasId(selector) && ids.some(id => isSelectedBy(id, selector)));
}

function writeField(object: BuildObject, value: YamlNode, target: ReplacementTarget, path: Text): void {
  const making = { kind: target.create ? value.kind : undefined, origin: { at: path.at, changes: [] } };
  const head = `unable to find ${target.create ? 'or create ' : ''}field ${JSON.stringify(path.value)} in replacement target`;
  let slots;
  try {
    slots = matchPath({ node: object.root, replace: () => undefined }, splitFieldPath(path.value), making);
  } catch (problem) {
    if (!(problem instanceof ReplaceProblem) && !(problem instanceof MergeProblem)) throw problem;
    throw new ReplaceProblem(`${head}: ${problem.message}`);
  }
  if (!slots || slots.length === 0) throw new ReplaceProblem(head);
  for (const slot of slots) writeValue(slot, value, target, path.at);
}

function writeTarget(value: YamlNode, target: ReplacementTarget, objects: ObjectList, context: BuildContext): void {
  const { select, reject, at } = target;
  if (!select) {
    fail(context, { kind: 'replacement-target', answer: 'target must specify resources to select', at, subject: '' });
    return;
  }
  const paths = target.fieldPaths.length > 0 ? target.fieldPaths : [{ value: 'metadata.name', at }];
  let isApplied = false;
  for (const object of objects.items) {
    let path: Text | undefined;
    try {
      if (!takes(select, reject, object)) continue;
      isApplied = true;
      for (path of paths) writeField(object, value, target, path);
    } catch (problem) {
      if (!(problem instanceof ReplaceProblem)) throw problem;
      const related = [{ at: object.origin.at, note: 'the target selects this object' }];
      fail(context, { kind: 'replacement-target', answer: problem.message, at: path?.at ?? at, subject: path?.value ?? nameOf(object), related });
      return;
    }
  }
  if (!isApplied) remarkUnapplied(select, objects, context);
}

/** A target that selects nothing ends no build (K-120). A component may be for other bases. */
function remarkUnapplied(select: Selector, objects: ObjectList, context: BuildContext): void {
  if (context.kustomization.isComponent || objects.items.some(object => takes(select, [], object))) return;
  context.remarks.push({
    kind: 'replacement-not-applied',
    at: select.at,
    subject: describeSelector(select),
    note: 'no object fits this target, so nothing is replaced in it',
    directory: context.directory,
    ...findMeantBy(select, objects),
  });
}

/** Replacements in a file: one, or a list of them. */
function readFile(path: Text, context: BuildContext): readonly Replacement[] {
  const file = findSource(context, path.value, missing => {
    fail(context, { ...missing, at: path.at, subject: path.value });
  });
  if (!file) return [];
  const node = loadConfiguration(fileSource(file));
  if (node && isReadFailure(node)) {
    fail(context, { kind: 'replacement-source', answer: node.answer, at: node.at, subject: path.value });
    return [];
  }
  if (node?.kind === 'map') return [readReplacement(new Fields(node))];
  if (node?.kind === 'list') return node.items.flatMap(item => (item.kind === 'map' ? [readReplacement(new Fields(item))] : []));
  const answer = 'unsupported replacement type encountered within replacement path: invalid';
  fail(context, { kind: 'replacement-source', answer, at: path.at, subject: path.value });
  return [];
}

/** One entry of `replacements` (K-120). */
export function applyReplacement(objects: ObjectList, entry: ReplacementEntry, context: BuildContext): void {
  const replacements = 'path' in entry ? readFile(entry.path, context) : [entry.replacement];
  for (const replacement of replacements) {
    const value = readSource(replacement, objects, context);
    if (value) for (const target of replacement.targets) writeTarget(value, target, objects, context);
  }
  objects.changed();
}
