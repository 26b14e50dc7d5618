import type { Origin } from '../yaml/origin.ts';
import type { ScalarValue } from '../yaml/scalar.ts';
import { utf8Length } from '../text/utf8.ts';
import { emitScalar } from './emit-scalar.ts';
import { compareKeys } from './key-order.ts';
import type { ListNode, MapEntry, MapNode, ScalarNode, YamlNode } from './node.ts';
import { finalValue, isContradiction } from './scalars.ts';

/** An object as text, with the origin of each node in the order of the text. */
export interface Emitted {
  readonly text: string;
  readonly origins: readonly Origin[];
}

/** Longer keys get a `?` before them (K-132). */
const LONGEST_KEY = 128;

/** Prints an object as kustomize does: sorted keys, go-yaml v2 (K-130). */
class Emitter {
  text = '';
  readonly origins: Origin[] = [];

  mapping(node: MapNode, indent: number, isInline: boolean): void {
    this.origins.push(node.origin);
    let isFirst = isInline;
    for (const [key, entry] of [...node.entries].sort(([a], [b]) => compareKeys(a, b))) {
      if (!isFirst) this.text += ' '.repeat(indent);
      isFirst = false;
      this.#entry(key, entry, indent);
    }
  }

  #entry(key: string, { keyOrigin, value }: MapEntry, indent: number): void {
    this.origins.push(keyOrigin);
    const isSimple = !key.includes('\n') && utf8Length(key) <= LONGEST_KEY;
    if (!isSimple) {
      this.text += `? ${emitScalar(key, { indent: indent + 2, column: indent + 2, isKey: false })}\n${' '.repeat(indent)}:`;
      this.#item(value, indent);
      return;
    }
    const text = emitScalar(key, { indent, column: indent, isKey: true });
    this.text += `${text}:`;
    if (value.kind === 'scalar') this.#scalar(value, indent, indent + text.length + 1);
    else if (this.#empty(value)) return;
    else if (value.kind === 'map') {
      this.text += '\n';
      this.mapping(value, indent + 2, false);
    } else {
      this.text += '\n';
      this.#list(value, indent, false);
    }
  }

  #list(node: ListNode, indent: number, isInline: boolean): void {
    this.origins.push(node.origin);
    let isFirst = isInline;
    for (const item of node.items) {
      this.text += isFirst ? '-' : `${' '.repeat(indent)}-`;
      isFirst = false;
      this.#item(item, indent);
    }
  }

  /** What follows a dash. */
  #item(item: YamlNode, indent: number): void {
    if (item.kind === 'scalar') this.#scalar(item, indent, indent + 1);
    else if (!this.#empty(item)) {
      this.text += ' ';
      if (item.kind === 'map') this.mapping(item, indent + 2, true);
      else this.#list(item, indent + 2, true);
    }
  }

  #empty(node: MapNode | ListNode): boolean {
    if (node.kind === 'map' ? node.entries.size > 0 : node.items.length > 0) return false;
    this.origins.push(node.origin);
    this.text += node.kind === 'map' ? ' {}\n' : ' []\n';
    return true;
  }

  #scalar(node: ScalarNode, indent: number, column: number): void {
    this.origins.push(node.origin);
    this.text += ` ${emitScalar(printedValue(node), { indent: indent + 2, column: column + 1, isKey: false })}\n`;
  }
}

/** What contradicts its tag is told by a fault, and shown as it is written. */
function printedValue(node: ScalarNode): ScalarValue {
  const value = finalValue(node);
  return isContradiction(value) || (typeof value === 'number' && !Number.isFinite(value)) ? node.text : value;
}

/** An object as kustomize prints it, without `---`. */
export function emitObject(root: MapNode): Emitted {
  const emitter = new Emitter();
  emitter.mapping(root, 0, false);
  return emitter;
}
