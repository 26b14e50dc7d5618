import { defineRule, fixOf, labelOf, readIpAddress, setScalar } from '../../src/core/api.ts';

/** The host name in a URL, an address with a port, or a name in upper case. */
function hostIn(text: string): string | undefined {
  const host = /^(?:[a-z]+:\/\/)?([a-z0-9]([-a-z0-9.]*[a-z0-9])?)\.?(?::[0-9]+)?(?:\/.*)?$/.exec(text.toLowerCase())?.[1];
  return host === undefined || host.includes('..') || host.includes('.-') || host.includes('-.') ? undefined : host;
}

export default defineRule({
  id: 'external-name-invalid',
  title: 'externalName is no DNS name, so the API server refuses it',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['service/external-name'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'object',
  variants: { url: 'error', form: 'error' },
  facts: ['S-108'],

  *check({ resource, cause }) {
    const name = cause.cursor.text ?? '';
    // Addresses belong to external-name-is-ip.
    if (readIpAddress(name.replace(/^\[(.*)\]$/, '$1'))) return;
    const host = hostIn(name);
    yield {
      variant: host === undefined ? 'form' : 'url',
      message: `externalName of ${labelOf(resource)} is ${host === undefined ? 'no' : 'more than a'} DNS name, so the API server refuses it`,
      at: cause.at,
      help: host === undefined ? 'Write a host name in lower case' : `Write the host name alone: ${host}`,
      fixes: host === undefined ? [] : fixOf(`Change it to ${host}`, 'unsafe', setScalar(cause.at, host)),
    };
  },
});
