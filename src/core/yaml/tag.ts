import { resolvePlain, type ScalarValue } from './scalar.ts';

const CORE_TAG = /^(?:!!|!<tag:yaml\.org,2002:)([a-z]+)>?$/;

/** Core tags that turn a scalar's text into another type; kubectl leaves the text of all others alone. */
const TYPES = new Map<string, (value: ScalarValue) => boolean>([
  ['int', value => typeof value === 'bigint' || Number.isInteger(value)],
  ['float', value => typeof value === 'bigint' || typeof value === 'number'],
  ['bool', value => typeof value === 'boolean'],
  ['null', value => value === null],
]);

function typeOf(tag: string): string | undefined {
  return CORE_TAG.exec(tag)?.[1];
}

/** The value of a tagged scalar; its text where the tag says nothing, and where tag and text contradict each other. */
export function resolveTagged(tag: string, text: string): ScalarValue {
  const accepts = TYPES.get(typeOf(tag) ?? '');
  if (!accepts) return text;
  const value = resolvePlain(text);
  return accepts(value) ? value : text;
}

/** Whether kubectl refuses the text under this tag: `!!int abc`. */
export function contradictsTag(tag: string, text: string): boolean {
  const type = typeOf(tag);
  const accepts = TYPES.get(type ?? '');
  if (!accepts) return false;
  // kubectl resolves "1.0" to a float before it looks at the tag.
  return !accepts(resolvePlain(text)) || (type === 'int' && /^[-+]?[0-9_]*\./.test(text));
}
