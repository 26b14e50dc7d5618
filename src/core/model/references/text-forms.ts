import type { TextForm } from './reference.ts';

/** What a text names. */
export interface NamedInText {
  readonly name: string;
  /** Undefined where it is that of the object with the text. */
  readonly namespace: string | undefined;
}

const SERVICE_URL = /^[a-z][-a-z0-9+.]*:\/\/([-a-z0-9]+)\.([-a-z0-9]+)\.svc(?:\.cluster\.local)?\.?(?=[:/?#]|$)/i;
const NAMESPACED = /^(?:([-a-z0-9]+)\/)?([-a-z0-9.]+)$/;

/** Reads a text of a form; undefined for one of another form, which names no object of the cluster. */
export function readTextForm(form: TextForm, text: string): NamedInText | undefined {
  const [, first, second] = (form === 'service-url' ? SERVICE_URL : NAMESPACED).exec(text.trim()) ?? [];
  const [name, namespace] = form === 'service-url' ? [first, second] : [second, first];
  return name === undefined ? undefined : { name, namespace };
}
