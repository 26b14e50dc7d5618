import { defineRule, labelOf, showValue, valueOf, type CheckId, type Cursor, type Refusal, type Untyped } from '../../src/core/api.ts';

type Variant = 'client' | 'rule' | 'name' | 'settings';

interface Account {
  readonly variant: Variant;
  /** What the webhook does wrong, behind its name. */
  readonly what: (cursor: Cursor<unknown>) => string;
  readonly help: string;
}

const field = (cursor: Cursor<unknown>): string => /(\w+)(?:\[\d+\])?$/.exec(cursor.fieldPath)?.[1] ?? '';

const LACKS: Account['what'] = cursor => `lacks ${field(cursor)}`;
const HAS: Account['what'] = cursor => `has ${field(cursor)} ${showValue(cursor)}`;

const URL_HELP = 'Write an https URL with a host and a path and nothing else';
const RULE_HELP = 'Name at least one API group, version, resource and operation';
const NAME: Account = { variant: 'name', what: HAS, help: 'Write a name with at least two dots, such as check.shop.example.com' };

const ACCOUNTS: Readonly<Partial<Record<CheckId, Account>>> = {
  'webhook/name': NAME,
  'webhook/name-required': { ...NAME, what: () => 'has no name' },
  'webhook/client-required': {
    variant: 'client',
    what: () => 'names not exactly one of url and service',
    help: 'Write either clientConfig.url or clientConfig.service',
  },
  'webhook/url': { variant: 'client', what: HAS, help: URL_HELP },
  'webhook/url-required': { variant: 'client', what: HAS, help: URL_HELP },
  'webhook/service-required': { variant: 'client', what: cursor => `names a Service without ${field(cursor)}`, help: 'Name the Service and its namespace' },
  'webhook/path': { variant: 'client', what: HAS, help: 'Write a path of lower-case names with slashes before them' },
  'webhook/side-effects-required': { variant: 'settings', what: LACKS, help: 'Add sideEffects: None, or NoneOnDryRun' },
  'webhook/side-effects-unsupported': { variant: 'settings', what: HAS, help: 'Use None or NoneOnDryRun, the only ones that the API takes' },
  'webhook/timeout': { variant: 'settings', what: HAS, help: 'Set timeoutSeconds to a number from 1 to 30' },
  'webhook/review-version-required': { variant: 'settings', what: LACKS, help: 'Add admissionReviewVersions: [v1]' },
  'webhook/review-version': { variant: 'settings', what: cursor => `names review version ${showValue(cursor)}`, help: 'Name v1' },
  'webhook/review-version-unknown': { variant: 'settings', what: () => 'names no review version that the server sends', help: 'Add v1' },
  'webhook/rule-required': { variant: 'rule', what: cursor => `has a rule without ${field(cursor)}`, help: RULE_HELP },
  'webhook/rule-wildcard': { variant: 'rule', what: cursor => `has a rule with * beside other ${field(cursor)}`, help: 'Leave * alone, or name what is meant' },
  'webhook/match-condition-name': {
    variant: 'settings',
    what: cursor => `has a condition of name ${showValue(cursor)}`,
    help: 'Write a name of letters, digits, dashes and dots',
  },
  'webhook/match-condition-required': {
    variant: 'settings',
    what: cursor => `has a condition without ${field(cursor)}`,
    help: 'Give each condition a name and an expression',
  },
};

/** The webhook that a field belongs to: `Webhook "check.shop.example.com"`, else the object. */
function subjectOf({ resource, cause }: Refusal): string {
  for (let at: Cursor<unknown> | undefined = cause.cursor; at; at = at.parent) {
    if (at.index === undefined || at.parent?.fieldPath !== 'webhooks') continue;
    const name = valueOf(at.as<Untyped>().get('name').string()) ?? '';
    return name === '' || cause.check === 'webhook/name' ? `A webhook of ${labelOf(resource)}` : `Webhook "${name}"`;
  }
  return labelOf(resource);
}

export default defineRule({
  id: 'webhook-invalid',
  title: 'The webhook cannot be called as it is written, so the API server refuses the configuration',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: [
    'webhook/name',
    'webhook/name-required',
    'webhook/client-required',
    'webhook/url',
    'webhook/url-required',
    'webhook/service-required',
    'webhook/path',
    'webhook/side-effects-required',
    'webhook/side-effects-unsupported',
    'webhook/timeout',
    'webhook/review-version-required',
    'webhook/review-version',
    'webhook/review-version-unknown',
    'webhook/rule-required',
    'webhook/rule-wildcard',
    'webhook/match-condition-name',
    'webhook/match-condition-required',
  ],
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { client: 'error', rule: 'error', name: 'error', settings: 'error' },
  facts: ['S-326', 'admissionregistration.k8s.io/v1 ValidatingWebhook'],

  *check(refusal) {
    const { check, cursor, at } = refusal.cause;
    const account = ACCOUNTS[check];
    if (!account) return;
    yield { variant: account.variant, message: `${subjectOf(refusal)} ${account.what(cursor)}, so it is refused`, at, help: account.help };
  },
});
