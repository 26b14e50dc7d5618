import { defineRule, fixOf, labelOf, readLegacyCidr, readLegacyIp, renderIpAddress, setScalar, showValue } from '../../src/core/api.ts';

type Variant = 'old-form' | 'host-bits' | 'spelling';

const WORDS: Readonly<Record<Variant, string>> = {
  'old-form': 'is in a form that servers from 1.36 on refuse',
  'host-bits': 'has bits behind its prefix, which servers from 1.36 on refuse',
  spelling: 'is not canonical, which the API server warns of',
};

/** The canonical form of an address or network, and what keeps the text from being it. */
function canonicalOf(text: string): { readonly form: string; readonly variant: Variant } | undefined {
  const [ip, cidr] = [readLegacyIp(text), readLegacyCidr(text)];
  if (ip) return { form: renderIpAddress(ip.address), variant: ip.hasLeadingZeros || ip.isMapped ? 'old-form' : 'spelling' };
  if (!cidr) return undefined;
  return { form: cidr.network, variant: cidr.hasLeadingZeros || cidr.ip.isMapped ? 'old-form' : cidr.hasHostBits ? 'host-bits' : 'spelling' };
}

export default defineRule({
  id: 'ip-address-not-canonical',
  title: 'The address or CIDR is not in canonical form, which newer servers refuse',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['ip-address/leading-zeros', 'ip-address/ipv4-mapped', 'ip-address/host-bits', 'ip-address/not-canonical-warning'],
  fix: 'safe',
  since: '0.1.0',
  judges: 'object',
  variants: { 'old-form': 'error', 'host-bits': 'error', spelling: 'warning' },
  facts: ['S-129', 'S-139', 'S-165', 'S-166'],

  *check({ resource, cause }) {
    const text = cause.cursor.text?.trim() ?? '';
    // Several networks in one annotation have no one form.
    const canonical = canonicalOf(text);
    // Of a field that it never parses the server only warns.
    const isTaken = cause.reason === 'warning' && cause.minors.some(minor => minor >= 36);
    const variant = isTaken ? 'spelling' : (canonical?.variant ?? (cause.check === 'ip-address/host-bits' ? 'host-bits' : 'old-form'));
    // The servers that still take an old form warn of it.
    const severity = cause.reason === 'warning' ? { severity: 'warning' as const } : {};
    const help = `Write ${canonical?.form ?? 'each network in its canonical form'}`;
    yield {
      variant,
      ...severity,
      message: `Address ${showValue(cause.cursor)} of ${labelOf(resource)} ${WORDS[variant]}`,
      at: cause.at,
      help,
      fixes: canonical && cause.cursor.text === text ? fixOf(help, variant === 'host-bits' ? 'unsafe' : 'safe', setScalar(cause.at, canonical.form)) : [],
    };
  },
});
