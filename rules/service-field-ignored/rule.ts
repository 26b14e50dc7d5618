import { defineRule, fieldNameOf, fixOf, labelOf, removeKey } from '../../src/core/api.ts';

const VARIANTS: Readonly<Record<string, 'headless' | 'external-name' | 'not-external-name'>> = {
  'service/headless-field-warning': 'headless',
  'service/external-name-field-warning': 'external-name',
  'service/external-name-warning': 'not-external-name',
};
const BECAUSE = { headless: 'is headless', 'external-name': 'is of type ExternalName', 'not-external-name': 'is not of type ExternalName' };

export default defineRule({
  id: 'service-field-ignored',
  title: 'The API server warns that the field has no effect on this Service',
  category: 'api',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['service/headless-field-warning', 'service/headless-affinity-warning', 'service/external-name-field-warning', 'service/external-name-warning'],
  fix: 'safe',
  since: '0.1.0',
  judges: 'object',
  variants: { headless: 'warning', 'external-name': 'warning', 'not-external-name': 'warning' },
  facts: ['S-158', 'S-159', 'S-162', 'S-163'],

  *check({ resource, cause }) {
    const variant = VARIANTS[cause.check];
    // What session affinity does where belongs to session-affinity-ignored.
    if (!variant) return;
    const field = fieldNameOf(cause.cursor);
    yield {
      variant,
      message: `${labelOf(resource)} ${BECAUSE[variant]}, so its ${field} ${field.endsWith('s') ? 'have' : 'has'} no effect`,
      at: cause.at,
      help: variant === 'not-external-name' ? 'Remove externalName, or set type: ExternalName' : `Remove ${field}`,
      // Without a selector the type may be what is missing.
      fixes:
        variant === 'not-external-name' && !resource.body.get('spec').get('selector').isPresent ? [] : fixOf(`Remove ${field}`, 'safe', removeKey(cause.at)),
    };
  },
});
