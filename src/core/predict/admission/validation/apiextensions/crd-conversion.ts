import type { CustomResourceDefinitionSpec } from 'kubernetes-types/apiextensions/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { booleanOf, isSet, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { refuseUnsupported, requireField } from '../meta/text.ts';
import { validateReviewVersions, validateWebhookClientConfig } from '../admissionregistration/webhook-client-config.ts';

/** The server holds the fields of the webhook under the names of an older version. */
const heldName = (field: string): string =>
  field
    .replace('conversion.webhook.clientConfig', 'conversion.webhookClientConfig')
    .replace('conversion.webhook.conversionReview', 'conversion.conversionReview');

/** `validateCustomResourceConversion`: a webhook if, and only if, the strategy is one. */
export function validateConversion(spec: Cursor<CustomResourceDefinitionSpec>, to: Refusals): void {
  const conversion = spec.get('conversion');
  const strategy = conversion.get('strategy');
  const text = textOf(strategy);
  if (!conversion.isPresent) return;
  if (text !== undefined && text !== 'None' && booleanOf(spec.get('preserveUnknownFields')) === true) {
    to.invalid('crd/conversion', strategy, 'must be None if spec.preserveUnknownFields is true');
  }
  if (!requireField(strategy, to, { check: 'crd/conversion-required' })) {
    refuseUnsupported(strategy, to, { check: 'crd/conversion-strategy-unsupported' }, ['None', 'Webhook']);
  }
  if (text === undefined) return;
  const webhook = conversion.get('webhook');
  const [config, versions] = [webhook.get('clientConfig'), webhook.get('conversionReviewVersions')];
  const under = to.renamed(heldName);
  if (text === 'Webhook') {
    if (config.isAbsent) under.required('crd/conversion-required', config, 'required when strategy is set to Webhook');
    else validateWebhookClientConfig(config, under, { swapsNames: true });
    validateReviewVersions(versions, under);
    return;
  }
  const unused = 'should not be set when strategy is not set to Webhook';
  if (config.isPresent) under.forbidden('crd/conversion', config, unused);
  if (isSet(versions)) under.forbidden('crd/conversion', versions, unused);
}
