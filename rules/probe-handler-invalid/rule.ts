import { defineRule, fieldNameOf, holderOf, holderSubjectOf, showValue, type Finding, type Refusal } from '../../src/core/api.ts';

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

function judge(refusal: Refusal): Finding<Variant> {
  const { check, cursor, at } = refusal.cause;
  const [subject, field, value] = [subjectOf(refusal), fieldNameOf(refusal.cause.cursor), showValue(cursor)];
  switch (check) {
    case 'handler/required':
      return { variant: 'none', message: `${subject} does nothing, so the API server refuses it`, at, help: 'Add exec, httpGet or tcpSocket' };
    case 'handler/several':
      return {
        variant: 'several',
        message: `${subject} has ${field} beside another action, so it is refused`,
        at,
        help: 'Keep one action and remove the others',
      };
    case 'handler/port-name':
      return {
        variant: 'port-name',
        message: `${subject} names port ${value}, which no port of a container can be named`,
        at,
        help: 'Name a port that the container declares, or write its number',
      };
    case 'handler/header-name':
      return { variant: 'header', message: `${subject} sends header ${value}, which no HTTP header is named`, at, help: 'Use letters, digits and hyphens' };
    case 'lifecycle/sleep':
      return {
        variant: 'sleep',
        message: `${subject} sleeps longer than the pod has to end, so it is refused`,
        at,
        help: 'Raise terminationGracePeriodSeconds',
      };
    case 'probe/success-threshold':
      return {
        variant: 'threshold',
        message: `${subject} has successThreshold ${value}, and only 1 is taken`,
        at,
        help: 'Set successThreshold to 1, or remove it',
      };
    case 'probe/grace-period':
      return {
        variant: 'grace-period',
        message: `${subject} has ${field} ${value}, which is refused`,
        at,
        help: 'Remove it, or use a positive number on another probe',
      };
    default:
      return { variant: 'number', message: `${subject} has ${field} ${value}, and negative numbers are refused`, at, help: 'Use 0 or a positive number' };
  }
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
