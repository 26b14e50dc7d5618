import { changedBy } from '../../yaml/origin.ts';
import type { Place } from '../../yaml/place.ts';
import type { ReplacementField } from '../kustomization.ts';
import { copyNode, type ScalarNode, type YamlNode } from '../node.ts';
import type { Slot } from './match-path.ts';
import { ReplaceProblem } from './replace-problem.ts';

const textOf = (node: YamlNode): string => (node.kind === 'scalar' && node.tag !== 'null' ? node.text : '');

/** Puts the value between the parts of a text. */
function joinPart(target: ScalarNode, value: string, { delimiter = '', index }: ReplacementField): string {
  const parts = target.text.split(delimiter);
  if (index < 0) parts.unshift(value);
  else if (index >= parts.length) parts.push(value);
  else parts[index] = value;
  return parts.join(delimiter);
}

/** Writes into a field: of a scalar the text alone, so that type and style stay what they are (K-120). */
export function writeValue({ node: target, replace }: Slot, value: YamlNode, options: ReplacementField, at: Place): void {
  const change = { at, note: 'a replacement copies it to this field' };
  const { delimiter = '' } = options;
  if (delimiter !== '') {
    if (target.kind !== 'scalar') throw new ReplaceProblem('delimiter option can only be used with scalar nodes');
    const part = textOf(value);
    target.text = joinPart(target, part, options);
    target.origin = changedBy(changedBy(target.origin, { at: value.origin.at, note: `a replacement takes "${part}" from here` }), change);
    return;
  }
  const was = target.origin.at === at ? [] : [...target.origin.changes, { at: target.origin.at, note: 'a replacement overwrites it' }];
  const origin = { at: value.origin.at, changes: [...value.origin.changes, ...was, change] };
  if (target.kind === 'scalar') {
    target.text = value.kind === 'scalar' ? value.text : '';
    target.origin = origin;
  } else {
    replace({ ...copyNode(value), origin });
  }
}
