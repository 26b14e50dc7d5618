import { defineRule, fieldNameOf, fixOf, insertKey, labelOf, setScalar, showValue } from '../../src/core/api.ts';

const FAMILIES = ['IPv4', 'IPv6'];
const POLICIES = ['SingleStack', 'PreferDualStack', 'RequireDualStack'];

export default defineRule({
  id: 'ip-families-invalid',
  title: 'The API server refuses ipFamilies and ipFamilyPolicy as they are written',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: [
    'service/ip-family-unsupported',
    'service/ip-family-duplicated',
    'service/ip-family-policy-unsupported',
    'service/ip-family-policy',
    'service/ip-family-of-cluster',
  ],
  fix: 'safe',
  since: '0.1.0',
  judges: 'object',
  variants: { unknown: 'error', repeated: 'error', 'one-family-policy': 'error', 'not-of-cluster': 'error' },
  facts: ['S-091', 'S-092', 'S-093', 'S-094', 'S-133', 'S-134', 'S-135'],

  *check({ resource, cause }) {
    const { cursor, at } = cause;
    const spec = resource.body.get('spec');
    const [subject, field, value] = [labelOf(resource), fieldNameOf(cursor), showValue(cursor)];
    const refused = 'so the API server refuses it';
    if (cause.check === 'service/ip-family-policy') {
      const fix = cursor.isAbsent ? fixOf('Set ipFamilyPolicy: PreferDualStack', 'safe', insertKey(spec, 'ipFamilyPolicy', 'PreferDualStack')) : [];
      const message = `${subject} asks for two IP families with a policy for one, ${refused}`;
      const from = [spec.get('ipFamilies'), spec.get('clusterIPs')].find(list => list.isPresent);
      yield {
        variant: 'one-family-policy',
        message,
        at: cursor.isAbsent && from ? from.at : at,
        help: 'Set ipFamilyPolicy to PreferDualStack or RequireDualStack',
        fixes: fix,
      };
    } else if (cause.check === 'service/ip-family-of-cluster') {
      yield {
        variant: 'not-of-cluster',
        message: `${subject} asks for an IP family that the cluster lacks, ${refused}`,
        at,
        help: 'Ask for families of the Service networks alone',
      };
    } else if (cause.check === 'service/ip-family-duplicated') {
      yield { variant: 'repeated', message: `ipFamilies of ${subject} names ${value} twice, ${refused}`, at, help: 'Name each family once' };
    } else {
      const known = field === 'ipFamilies' ? FAMILIES : POLICIES;
      const meant = known.find(each => each.toLowerCase() === cursor.text?.toLowerCase());
      const fixes = meant === undefined ? [] : fixOf(`Write ${meant}`, 'safe', setScalar(at, meant));
      yield {
        variant: 'unknown',
        message: `${field} of ${subject} holds ${value}, which is unknown, ${refused}`,
        at,
        help: `Write ${known.slice(0, -1).join(', ')} or ${known.at(-1) ?? ''}`,
        fixes,
      };
    }
  },
});
