import type { YamlNode } from '../node.ts';

/** Ends a merge that cannot be made. It is caught where the patch is applied, and becomes a fault. */
export class MergeProblem extends Error {
  /** The part of the patch, or of the object, that is in the way. */
  readonly node: YamlNode | undefined;

  constructor(answer: string, node?: YamlNode) {
    super(answer);
    this.node = node;
  }
}

const NAMES = { map: 'MappingNode', list: 'SequenceNode', scalar: 'ScalarNode' } as const;

/** What kustomize says where a value is of another kind than the one beside it (K-090). */
export function wrongKind(expected: YamlNode['kind'], node: YamlNode): MergeProblem {
  const contents = node.kind === 'scalar' ? `: node contents:\n${node.text}\n` : '';
  return new MergeProblem(`wrong node kind: expected ${NAMES[expected]} but got ${NAMES[node.kind]}${contents}`, node);
}
