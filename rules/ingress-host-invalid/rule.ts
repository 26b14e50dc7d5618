import { defineRule, dns1123SubdomainFaults, fixOf, labelOf, setScalar, valueOf, wildcardDns1123SubdomainFaults } from '../../src/core/api.ts';

const FAULTS: readonly (readonly [pattern: RegExp, what: string, help: string])[] = [
  [/:\/\//, 'has a scheme', 'Write the name alone'],
  [/^$/, 'is empty', 'Name the host, or remove it'],
  [/^\*$/, 'is a lone wildcard', 'Remove host to take requests for any name'],
  [/^\*\.?[^*]*$/, 'is more than "*." and a name', 'Write "*." and a DNS name behind it'],
  [/\*/, 'has its wildcard elsewhere than in front', 'Write the wildcard as the whole first label, as in "*.example.com"'],
  [/\//, 'has a path', 'Write the path under http.paths'],
  [/:/, 'has a port', 'Write the name alone, an Ingress listens where its controller does'],
  [/\s/, 'has blanks', 'Write the name alone'],
  [/_/, 'has "_"', 'Use "-" instead'],
  [/\.$/, 'ends in a dot', 'Remove the dot at the end'],
  [/^[^A-Z]*[A-Z]/, 'has capital letters', 'Write it in lower case, clients are matched all the same'],
  [/^.{254}/, 'is longer than 253 characters', 'Use a shorter name'],
];

/** The name that is evidently meant, where stripping what does not belong leaves one. */
function strip(host: string): string | undefined {
  const name = host
    .trim()
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/[/?#].*$/, '')
    .replace(/:[0-9]+$/, '')
    .replace(/\.$/, '')
    .toLowerCase();
  const faults = name.includes('*') ? wildcardDns1123SubdomainFaults(name) : dns1123SubdomainFaults(name);
  return name !== host && faults.length === 0 ? name : undefined;
}

export default defineRule({
  id: 'ingress-host-invalid',
  title: 'The host of the Ingress is no DNS name, so the API server refuses it',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['ingress/host', 'ingress/host-is-address', 'ingress/tls-host'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'object',
  variants: { address: 'error', form: 'error', tls: 'error' },
  facts: ['S-243', 'S-252'],

  *check({ resource, cause: { check, cursor, at } }) {
    const host = valueOf(cursor.string()) ?? '';
    const isTls = check === 'ingress/tls-host';
    const subject = `${isTls ? 'TLS host' : 'Host'} "${host}" of ${labelOf(resource)}`;
    if (check === 'ingress/host-is-address') {
      const help = 'Use a DNS name, or remove host to take requests for any name';
      yield { variant: 'address', message: `${subject} is an address, so the API server refuses it`, at, help };
      return;
    }
    const [, what = 'is no DNS name', advice = 'Use a DNS name'] = FAULTS.find(([pattern]) => pattern.test(host)) ?? [];
    const name = strip(host);
    yield {
      variant: isTls ? 'tls' : 'form',
      message: `${subject} ${what}, so the API server refuses it`,
      at,
      help: name === undefined ? advice : `Write ${name}`,
      fixes: name === undefined ? [] : fixOf(`Change the host to ${name}`, 'unsafe', setScalar(at, name)),
    };
  },
});
