import { defineRule, fieldNameOf, labelOf, showValue, type CheckId, type Refusal } from '../../src/core/api.ts';

type Variant = 'hostname' | 'hostname-override' | 'no-nameserver' | 'nameserver' | 'search' | 'size' | 'option' | 'host-alias';

interface Account {
  readonly variant: Variant;
  readonly fault: (refusal: Refusal) => string;
  readonly help: string;
}

const DNS_NAME = 'Write a DNS name: lower-case letters, digits, hyphens and dots';

/** `Subdomain "web.x"`: host names have two fields. */
function nameOf(refusal: Refusal): string {
  const value = showValue(refusal.cause.cursor);
  return `${fieldNameOf(refusal.cause.cursor) === 'subdomain' ? 'Subdomain' : 'Host name'} ${value}`;
}

/** What each check finds fault with, as a sentence that the consequence follows. */
const ACCOUNTS: Partial<Record<CheckId, Account>> = {
  'pod/hostname': {
    variant: 'hostname',
    fault: refusal => `${nameOf(refusal)} of ${labelOf(refusal.resource)} is malformed`,
    help: 'Use lower-case letters, digits and hyphens, 63 characters at most, without dots',
  },
  'pod/hostname-override': {
    variant: 'hostname-override',
    fault: ({ resource }) => `hostnameOverride of ${labelOf(resource)} contradicts its other host settings`,
    help: 'Remove hostnameOverride, or both hostNetwork and setHostnameAsFQDN',
  },
  'dns-config/config-required': {
    variant: 'no-nameserver',
    fault: ({ resource }) => `${labelOf(resource)} has dnsPolicy None and no nameserver`,
    help: 'Add dnsConfig.nameservers, or use dnsPolicy ClusterFirst',
  },
  'dns-config/nameservers-required': {
    variant: 'no-nameserver',
    fault: ({ resource }) => `${labelOf(resource)} has dnsPolicy None and no nameserver`,
    help: 'Add dnsConfig.nameservers, or use dnsPolicy ClusterFirst',
  },
  'dns-config/nameserver': {
    variant: 'nameserver',
    fault: ({ resource, cause }) => `Nameserver ${showValue(cause.cursor)} of ${labelOf(resource)} is no IP address`,
    help: 'Write the IP address of a DNS server',
  },
  'dns-config/search': {
    variant: 'search',
    fault: ({ resource, cause }) => `Search domain ${showValue(cause.cursor)} of ${labelOf(resource)} is no DNS name`,
    help: DNS_NAME,
  },
  'dns-config/size': {
    variant: 'size',
    fault: refusal => `${labelOf(refusal.resource)} has more ${fieldNameOf(refusal.cause.cursor)} than resolvers read`,
    help: 'Keep to 3 nameservers, and to 32 search domains of 2048 characters together',
  },
  'dns-config/option-required': {
    variant: 'option',
    fault: ({ resource }) => `An option in dnsConfig of ${labelOf(resource)} has no name`,
    help: 'Add the name of the option, such as ndots',
  },
  'host-alias/ip': {
    variant: 'host-alias',
    fault: ({ resource, cause }) => `Address ${showValue(cause.cursor)} in hostAliases of ${labelOf(resource)} is no IP address`,
    help: 'Write an IP address, hostAliases are lines of the hosts file',
  },
  'host-alias/hostname': {
    variant: 'host-alias',
    fault: ({ resource, cause }) => `Host ${showValue(cause.cursor)} in hostAliases of ${labelOf(resource)} is no DNS name`,
    help: DNS_NAME,
  },
};

export default defineRule({
  id: 'pod-dns-settings-invalid',
  title: 'The API server refuses the host names or DNS settings of the pod',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: [
    'pod/hostname',
    'pod/hostname-override',
    'dns-config/config-required',
    'dns-config/nameservers-required',
    'dns-config/nameserver',
    'dns-config/search',
    'dns-config/size',
    'dns-config/option-required',
    'host-alias/ip',
    'host-alias/hostname',
  ],
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: {
    hostname: 'error',
    'hostname-override': 'error',
    'no-nameserver': 'error',
    nameserver: 'error',
    search: 'error',
    size: 'error',
    option: 'error',
    'host-alias': 'error',
  },
  facts: ['S-193', 'S-198', 'S-234'],

  *check(refusal) {
    const account = ACCOUNTS[refusal.cause.check];
    if (!account) return;
    const { variant, fault, help } = account;
    yield { variant, message: `${fault(refusal)}, so the API server refuses it`, at: refusal.cause.at, help };
  },
});
