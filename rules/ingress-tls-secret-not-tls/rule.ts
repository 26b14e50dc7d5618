import { defineRule, labelOf, nameplateOf, resolve, valueOf, type Resource } from '../../src/core/api.ts';

const TLS_TYPE = 'kubernetes.io/tls';
const KEYS = ['tls.crt', 'tls.key'];

/** Keys that a Secret shows; undefined where there may be more, or none is written because something fills it in. */
function keysOf({ body }: Resource): readonly string[] | undefined {
  const parts = [body.get('data'), body.get('stringData')];
  const keys = parts.flatMap(part => part.entries().map(({ key }) => key));
  return parts.some(part => part.isOpen || part.isUnknown) || keys.length === 0 ? undefined : keys;
}

export default defineRule({
  id: 'ingress-tls-secret-not-tls',
  title: 'The Secret of the Ingress holds no certificate and key, so clients get a certificate that they distrust',
  category: 'routing',
  severity: 'error',
  presets: ['recommended'],
  subject: 'reference',
  references: ['ingress-tls-secret'],
  fix: 'no',
  since: '0.1.0',
  judges: 'cluster',
  variants: { keys: 'error', type: 'warning' },
  facts: ['S-252'],

  *check(reference, { cluster }) {
    const { found, possible } = resolve(reference, cluster);
    const [secret, ...others] = found;
    const keys = secret && keysOf(secret);
    const type = secret?.body.get('type').string();
    // Of type kubernetes.io/tls without its keys it is refused: that has a rule of its own.
    if (!keys || !type || type.state === 'unknown' || valueOf(type) === TLS_TYPE || others.length > 0 || possible.length > 0) return;
    const [missing] = KEYS.filter(key => !keys.includes(key));
    const written = valueOf(type) ?? 'Opaque';
    const name = valueOf(secret.name) ?? '';
    yield {
      variant: missing === undefined ? 'type' : 'keys',
      message:
        missing === undefined
          ? `${labelOf(reference.from)} takes TLS from Secret "${name}" of type "${written}", which some controllers refuse`
          : `${labelOf(reference.from)} takes TLS from Secret "${name}", which has no "${missing}", so clients distrust it`,
      at: reference.at.at,
      help: missing === undefined ? `Set type of the Secret to ${TLS_TYPE}` : `Use a Secret of type ${TLS_TYPE} with tls.crt and tls.key`,
      related: [
        {
          at: type.state === 'absent' ? nameplateOf(secret) : type.at,
          note: `${labelOf(secret)} is of type "${written}" and has ${keys.map(key => `"${key}"`).join(', ')}`,
        },
      ],
    };
  },
});
