import type { Place } from '../../yaml/place.ts';
import { type BuildContext, fail } from '../context.ts';
import type { Replacement, ReplacementField, Selector } from '../kustomization.ts';
import { findMeantBy } from '../meant.ts';
import { isNull, type YamlNode } from '../node.ts';
import { allIds, printId } from '../object-id.ts';
import type { ObjectList } from '../object-list.ts';
import { describeSelector, isSelectedBy } from '../select.ts';
import { splitFieldPath } from './field-path.ts';
import { lookUp } from './look-up.ts';
import { untypedNode } from '../node.ts';
import { ReplaceProblem } from './replace-problem.ts';

type Source = Selector & ReplacementField;

const value = (text: { readonly value: string } | undefined): string => text?.value ?? '';

function printSource({ group, version, kind, name, namespace }: Selector): string {
  return printId({ group: value(group), version: value(version), kind: value(kind), name: value(name), namespace: value(namespace) });
}

function printSelected(source: Source): string {
  const { fieldPath, delimiter = '', index, create } = source;
  const options = delimiter === '' && !create ? '' : `${delimiter}(${index}), create=${create}`;
  return [printSource(source), value(fieldPath), options].filter(part => part !== '').join(':');
}

function isEmpty(node: YamlNode): boolean {
  return isNull(node) || (node.kind === 'map' && node.entries.size === 0) || (node.kind === 'list' && node.items.length === 0);
}

/** The part of a text that `options` pick. */
function pickPart(node: YamlNode, { delimiter = '', index }: ReplacementField): YamlNode {
  if (delimiter === '') return node;
  if (node.kind !== 'scalar') throw new ReplaceProblem('delimiter option can only be used with scalar nodes');
  const part = node.text.split(delimiter)[index];
  if (part === undefined) throw new ReplaceProblem(`options.index ${index} is out of bounds for value ${node.text}`);
  return { ...node, text: part };
}

function readField(root: YamlNode, source: Source): YamlNode {
  const path = value(source.fieldPath) || 'metadata.name';
  let node: YamlNode | undefined;
  try {
    node = lookUp(root, splitFieldPath(path));
  } catch (problem) {
    throw problem instanceof ReplaceProblem ? new ReplaceProblem(`error looking up replacement source: ${problem.message}`) : problem;
  }
  if (!node || isEmpty(node)) throw new ReplaceProblem(`fieldPath \`${path}\` is missing for replacement source ${printSource(source)}`);
  return pickPart(node, source);
}

function selectSource(source: Source, objects: ObjectList, at: Place, context: BuildContext): YamlNode | undefined {
  const found = objects.items.filter(object => allIds(object).some(id => isSelectedBy(id, source)));
  const [only] = found;
  if (only && found.length === 1) return only.root;
  const answer = `${only ? 'multiple matches for selector' : 'nothing selected by'} ${printSelected(source)}`;
  const related = found.map(({ origin }) => ({ at: origin.at, note: 'it fits this object' }));
  fail(context, { kind: 'replacement-source', answer, at, subject: describeSelector(source), related, ...(!only && findMeantBy(source, objects)) });
  return undefined;
}

/** The value that a replacement copies; undefined where there is none, which is a fault by then (K-120). */
export function readSource({ source, sourceValue, at, targets }: Replacement, objects: ObjectList, context: BuildContext): YamlNode | undefined {
  const report = (answer: string, place: Place = at): undefined => {
    fail(context, { kind: 'replacement-source', answer, at: place, subject: source ? describeSelector(source) : '' });
  };
  if ((!source && !sourceValue) || targets.length === 0) return report('replacements must specify a source and at least one target');
  if (source && sourceValue) return report('value and resource selectors are mutually exclusive');
  if (sourceValue) return untypedNode(sourceValue.value, { at: sourceValue.at, changes: [] });
  const root = source && selectSource(source, objects, source.at, context);
  if (!root) return undefined;
  try {
    return readField(root, source);
  } catch (problem) {
    if (problem instanceof ReplaceProblem) return report(problem.message, source.fieldPath?.at ?? source.at);
    throw problem;
  }
}
