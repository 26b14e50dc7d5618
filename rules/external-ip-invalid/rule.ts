import { defineRule, labelOf, showValue } from '../../src/core/api.ts';

export default defineRule({
  id: 'external-ip-invalid',
  title: 'The API server refuses an entry of externalIPs',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['service/external-ip', 'service/external-ip-special'],
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { address: 'error', reserved: 'error' },
  facts: ['S-136'],

  *check({ resource, cause }) {
    const isReserved = cause.check === 'service/external-ip-special';
    const subject = `External IP ${showValue(cause.cursor)} of ${labelOf(resource)}`;
    yield {
      variant: isReserved ? 'reserved' : 'address',
      message: `${subject} is ${isReserved ? 'a reserved address' : 'no IP address'}, so the API server refuses it`,
      at: cause.at,
      help: 'Write an address that the network routes to the nodes',
    };
  },
});
