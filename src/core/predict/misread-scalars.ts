import type { Resource } from '../model/resource.ts';
import type { Cursor } from '../yaml/cursor.ts';
import type { Place } from '../yaml/place.ts';

/** A plain scalar that YAML reads as something else than its text shows. */
export interface MisreadScalar {
  readonly at: Place;
  readonly text: string;
  /** The value as JSON. */
  readonly value: string;
  readonly why: 'number-notation' | 'word-among-texts' | 'version-number';
  /** A quoted or textual sibling that shows what is meant. */
  readonly sibling: Place | undefined;
}

const WORDS = /^(?:y|Y|yes|Yes|YES|n|N|no|No|NO|on|On|ON|off|Off|OFF|~)$/;
const ODD_INTEGER = /^[-+]?(?:0[0-7]+|0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+|[0-9]*_[0-9_]*|[0-9]+[eE][-+]?[0-9]+)$/;
/** Octal is how file modes are written. */
const MODE_KEY = /mode$|umask$/i;
const TRAILING_ZERO = /^[0-9]+\.[0-9]*0$/;

function isTextual(cursor: Cursor): boolean {
  return cursor.isScalar && cursor.scalar().state === 'known' && cursor.string().state === 'known';
}

function render(cursor: Cursor): string {
  const field = cursor.scalar();
  return field.state === 'known' ? String(field.value) : 'null';
}

function judge(cursor: Cursor, key: string, siblings: readonly Cursor[]): MisreadScalar['why'] | undefined {
  const text = cursor.text ?? '';
  if (!cursor.isScalar || cursor.isQuoted || cursor.string().state === 'known') return undefined;
  if (ODD_INTEGER.test(text) && !MODE_KEY.test(key)) return text === render(cursor) ? undefined : 'number-notation';
  const others = siblings.filter(sibling => sibling !== cursor);
  if (others.length === 0 || !others.every(isTextual)) return undefined;
  if (WORDS.test(text)) return 'word-among-texts';
  return TRAILING_ZERO.test(text) && others.some(other => other.isQuoted) ? 'version-number' : undefined;
}

/** Custom resources only: in built-in kinds the type of a field decides, and a wrong one is refused. */
function isUntyped(resource: Resource): boolean {
  return resource.group.includes('.') && !resource.group.endsWith('.k8s.io');
}

/** Maps and lists of text in every kind: an unquoted number there is refused, which is another mistake (S-003). */
const TEXT_FIELDS = new Set(['labels', 'annotations', 'matchLabels', 'nodeSelector', 'data', 'stringData', 'binaryData', 'args', 'command', 'env', 'selector']);

/** Fields looked at in one object. */
const BUDGET = 20_000;

/** Scalars of an object whose value is not what their text says, with the evidence beside them. */
export function* findMisreadScalars(resource: Resource): Iterable<MisreadScalar> {
  const pending: { cursor: Cursor; key: string }[] = [{ cursor: resource.body, key: '' }];
  for (let looked = 0; looked < BUDGET; looked++) {
    const next = pending.pop();
    if (!next) return;
    const { cursor, key } = next;
    const children = cursor.isList
      ? cursor.items().map(item => ({ cursor: item, key }))
      : cursor.entries().map(entry => ({ cursor: entry.value, key: entry.key }));
    const siblings = children.map(child => child.cursor);
    for (const child of children) {
      const why = judge(child.cursor, child.key, cursor.isList || isUntyped(resource) ? siblings : []);
      const sibling = siblings.find(other => other !== child.cursor && isTextual(other));
      if (why)
        yield {
          at: child.cursor.at,
          text: child.cursor.text ?? '',
          value: render(child.cursor),
          why,
          sibling: why === 'number-notation' ? undefined : sibling?.at,
        };
    }
    pending.push(...children.filter(child => !TEXT_FIELDS.has(child.key) && (child.cursor.isList || child.cursor.isMapping)));
  }
}
