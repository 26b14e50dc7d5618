import type { MutatingWebhook } from 'kubernetes-types/admissionregistration/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { dns1123SubdomainFaults } from '../../formats.ts';
import { pointerOf, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import type { AdmissionContext, KindValidator } from '../../validator.ts';
import { admissionVariables } from './admission-variables.ts';
import { validateLabelSelector } from '../meta/label-selector.ts';
import { validateMatchConditions } from './match-conditions.ts';
import { refuseDuplicates, refuseUnsupported, requireField } from '../meta/text.ts';
import { validateReviewVersions, validateWebhookClientConfig } from './webhook-client-config.ts';
import { validateRuleWithOperations } from './webhook-rule.ts';

/** Webhooks of both kinds; only mutating ones have `reinvocationPolicy`. */
type Webhook = Cursor<MutatingWebhook>;

const SIDE_EFFECTS = ['None', 'NoneOnDryRun'];
const MOST_SECONDS = 30;

const VARIABLES = admissionVariables({ hasParams: false, hasAuthorizer: true });

/** A name with at least two dots (`IsFullyQualifiedName`). */
function validateWebhookName(name: Cursor<string>, to: Refusals): void {
  const text = textOf(name);
  if (requireField(name, to, { check: 'webhook/name-required' }) || text === undefined) return;
  const faults = dns1123SubdomainFaults(text);
  if (faults.length > 0) to.invalid('webhook/name', name, faults.join(','));
  else if (text.split('.').length < 3) to.invalid('webhook/name', name, 'should be a domain with at least three segments separated by dots');
}

export function validateFailurePolicy(policy: Cursor<string>, to: Refusals): void {
  refuseUnsupported(policy, to, { check: 'webhook/failure-policy-unsupported' }, ['Fail', 'Ignore']);
}

export function validateMatchPolicy(policy: Cursor<string>, to: Refusals): void {
  refuseUnsupported(policy, to, { check: 'webhook/match-policy-unsupported' }, ['Equivalent', 'Exact']);
}

function validateSideEffects(sideEffects: Cursor<string>, to: Refusals): void {
  if (sideEffects.isAbsent) to.required('webhook/side-effects-required', sideEffects, `must specify one of ${SIDE_EFFECTS.join(', ')}`);
  else refuseUnsupported(sideEffects, to, { check: 'webhook/side-effects-unsupported' }, SIDE_EFFECTS);
}

/** `validateValidatingWebhook`, `validateMutatingWebhook`. */
function validateWebhook(webhook: Webhook, to: Refusals, context: AdmissionContext): void {
  validateWebhookName(webhook.get('name'), to);
  for (const rule of webhook.get('rules').items()) validateRuleWithOperations(rule, to);
  validateFailurePolicy(webhook.get('failurePolicy'), to);
  validateMatchPolicy(webhook.get('matchPolicy'), to);
  validateSideEffects(webhook.get('sideEffects'), to);
  const seconds = pointerOf(webhook.get('timeoutSeconds').number());
  if (typeof seconds === 'number' && (seconds < 1 || seconds > MOST_SECONDS)) {
    to.invalid('webhook/timeout', webhook.get('timeoutSeconds'), 'the timeout value must be between 1 and 30 seconds');
  }
  for (const selector of [webhook.get('namespaceSelector'), webhook.get('objectSelector')]) validateLabelSelector(selector, to);
  if (context.resource.kind === 'MutatingWebhookConfiguration') {
    refuseUnsupported(webhook.get('reinvocationPolicy'), to, { check: 'webhook/reinvocation-policy-unsupported' }, ['IfNeeded', 'Never']);
  }
  validateWebhookClientConfig(webhook.get('clientConfig'), to, { swapsNames: true });
  validateMatchConditions(webhook.get('matchConditions'), to, { context, variables: VARIABLES });
  validateReviewVersions(webhook.get('admissionReviewVersions'), to, 'must specify one of v1, v1beta1');
}

const STATIC_SUFFIX = '.static.k8s.io';

/** Names that belong to configurations in files of the server itself. */
export function warnOfStaticName(name: Cursor, to: Refusals): void {
  if (textOf(name)?.endsWith(STATIC_SUFFIX) !== true) return;
  const reserved = 'are reserved for static manifest-based configurations and cannot be managed via the API';
  to.warn('webhook/static-name-warning', name, `metadata.name: names ending with "${STATIC_SUFFIX}" ${reserved}`, { since: 36 });
}

export const WEBHOOK_CONFIGURATION: KindValidator = {
  versions: ['v1'],
  scope: 'Cluster',
  validate(object, to, context) {
    const webhooks = object.get('webhooks').as<MutatingWebhook[]>();
    for (const webhook of webhooks.items()) validateWebhook(webhook, to, context);
    refuseDuplicates(
      webhooks,
      webhooks.items().map(webhook => webhook.get('name')),
      to,
      'webhook/name-duplicated',
    );
    warnOfStaticName(object.get('metadata').get('name'), to);
  },
};
