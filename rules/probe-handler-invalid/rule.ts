import { defineRule, fieldNameOf, holderOf, holderSubjectOf, showValue, type CheckId, type Finding, type Refusal } from '../../src/core/api.ts';

type Variant = 'none' | 'several' | 'port-name' | 'number' | 'threshold' | 'grace-period' | 'header' | 'sleep';

const KINDS: Readonly<Record<string, string>> = {
  livenessProbe: 'Liveness probe',
  readinessProbe: 'Readiness probe',
  startupProbe: 'Startup probe',
  postStart: 'Hook "postStart"',
  preStop: 'Hook "preStop"',
};

/** The probe or hook that is refused: `Liveness probe of container "web"`. */
function subjectOf(refusal: Refusal): string {
  const path = refusal.cause.cursor.fieldPath.split('.');
  const kind = path.map(step => KINDS[step]).find(label => label !== undefined);
  return kind === undefined ? holderSubjectOf(refusal) : `${kind} of ${holderOf(refusal)}`;
}

interface Words {
  readonly variant: Variant;
  /** What stands after the subject. */
  readonly say: (field: string, value: string) => string;
  readonly help: string;
}

const NUMBER: Words = {
  variant: 'number',
  say: (field, value) => `has ${field} ${value}, and negative numbers are refused`,
  help: 'Use 0 or a positive number',
};

const WORDS: Readonly<Partial<Record<CheckId, Words>>> = {
  'handler/required': { variant: 'none', say: () => 'does nothing, so the API server refuses it', help: 'Add exec, httpGet or tcpSocket' },
  'handler/several': {
    variant: 'several',
    say: field => `has ${field} beside another action, so it is refused`,
    help: 'Keep one action and remove the others',
  },
  'handler/port-name': {
    variant: 'port-name',
    say: (_, value) => `names port ${value}, which no port of a container can be named`,
    help: 'Name a port that the container declares, or write its number',
  },
  'handler/header-name': {
    variant: 'header',
    say: (_, value) => `sends header ${value}, which no HTTP header is named`,
    help: 'Use letters, digits and hyphens',
  },
  'lifecycle/sleep': { variant: 'sleep', say: () => 'sleeps longer than the pod has to end, so it is refused', help: 'Raise terminationGracePeriodSeconds' },
  'probe/success-threshold': {
    variant: 'threshold',
    say: (_, value) => `has successThreshold ${value}, and only 1 is taken`,
    help: 'Set successThreshold to 1, or remove it',
  },
  'probe/grace-period': {
    variant: 'grace-period',
    say: (field, value) => `has ${field} ${value}, which is refused`,
    help: 'Remove it, or use a positive number on another probe',
  },
};

function judge(refusal: Refusal): Finding<Variant> {
  const { check, cursor, at } = refusal.cause;
  const { variant, say, help } = WORDS[check] ?? NUMBER;
  return { variant, message: `${subjectOf(refusal)} ${say(fieldNameOf(cursor), showValue(cursor))}`, at, help };
}

export default defineRule({
  id: 'probe-handler-invalid',
  title: 'A probe or hook needs exactly one action, and numbers that the API server takes',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: [
    'handler/required',
    'handler/several',
    'handler/port-name',
    'handler/header-name',
    'lifecycle/sleep',
    'probe/negative',
    'probe/success-threshold',
    'probe/grace-period',
  ],
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: {
    none: 'error',
    several: 'error',
    'port-name': 'error',
    number: 'error',
    threshold: 'error',
    'grace-period': 'error',
    header: 'error',
    sleep: 'error',
  },
  facts: ['S-190', 'S-192', 'S-189'],

  *check(refusal) {
    yield judge(refusal);
  },
});
