import { defineRule, fixOf, labelOf, readIpAddress, setScalar, showValue } from '../../src/core/api.ts';

export default defineRule({
  id: 'load-balancer-source-range-invalid',
  title: 'An entry of the source ranges is no CIDR, so the API server refuses it',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['service/source-range'],
  fix: 'safe',
  since: '0.1.0',
  judges: 'object',
  variants: { 'bare-address': 'error', form: 'error' },
  facts: ['S-139', 'S-140'],

  *check({ resource, cause }) {
    const text = cause.cursor.text?.trim() ?? '';
    const address = readIpAddress(text);
    const network = address && `${text}/${address.family === 4 ? '32' : '128'}`;
    yield {
      variant: network === undefined ? 'form' : 'bare-address',
      message: `Source range ${showValue(cause.cursor)} of ${labelOf(resource)} is no CIDR, so the API server refuses it`,
      at: cause.at,
      help: `Write ${network ?? 'a network with its prefix length, such as 10.0.0.0/8'}`,
      fixes: network === undefined ? [] : fixOf(`Write ${network}`, 'safe', setScalar(cause.at, network)),
    };
  },
});
