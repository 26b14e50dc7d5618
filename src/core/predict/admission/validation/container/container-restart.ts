import type { Container, ContainerResizePolicy } from 'kubernetes-types/core/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { countOf, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { refuseUnsupported, requireField } from '../meta/text.ts';

interface ExitCodes {
  readonly operator?: string;
  readonly values?: number[];
}

interface RestartRule {
  readonly action?: string;
  readonly exitCodes?: ExitCodes;
}

/** A container with rules of restart, which are newer than `kubernetes-types` 1.30. */
interface RestartingContainer extends Container {
  readonly restartPolicyRules?: RestartRule[];
}

const RESTART_POLICIES = ['Always', 'Never', 'OnFailure'];
const ACTIONS = ['Restart', 'RestartAllContainers'];
const OPERATORS = ['In', 'NotIn'];
const RULES_LIMIT = 20;
const EXIT_CODES_LIMIT = 255;

/** Servers look at rules of restart from 1.35 on, and drop them before. */
const RULES = { since: 35 } as const;

/** Before 1.35 only init containers have a restart policy, and `Always` is the only one. */
function validateRestartPolicyName(policy: Cursor<string>, isInit: boolean, to: Refusals): void {
  const name = textOf(policy);
  if (!policy.isPresent || name === undefined) return;
  if (!isInit) to.forbidden('container/restart-policy', policy, 'may not be set for non-init containers', { until: 34 });
  const check = 'container/restart-policy-unsupported';
  if (!RESTART_POLICIES.includes(name)) {
    const isOld = (to.minors.at(-1) ?? 0) < RULES.since;
    to.notSupported(check, policy, isOld ? ['Always'] : RESTART_POLICIES, isInit ? {} : RULES);
  } else if (isInit && name !== 'Always') to.notSupported(check, policy, ['Always'], { until: 34 });
}

function validateExitCodes(exitCodes: Cursor<ExitCodes>, to: Refusals): void {
  if (exitCodes.isAbsent) to.required('container/restart-rule-exit-codes-required', exitCodes, 'must be specified', RULES);
  if (!exitCodes.isPresent) return;
  const [operator, values] = [textOf(exitCodes.get('operator')), exitCodes.get('values')];
  if (operator !== undefined && !OPERATORS.includes(operator)) {
    to.notSupported('container/restart-rule-operator-unsupported', exitCodes.get('operator'), OPERATORS, RULES);
  }
  if ((countOf(values) ?? 0) > EXIT_CODES_LIMIT) to.tooLong('container/restart-rules', values, EXIT_CODES_LIMIT, RULES);
}

function validateRestartRules(rules: Cursor<RestartRule[]>, to: Refusals): void {
  if ((countOf(rules) ?? 0) > RULES_LIMIT) to.tooLong('container/restart-rules', rules, RULES_LIMIT, RULES);
  for (const rule of rules.items()) {
    const at = rule.get('action');
    const action = textOf(at);
    if (action !== undefined && !ACTIONS.includes(action)) to.notSupported('container/restart-rule-action-unsupported', at, ACTIONS, RULES);
    if (action === 'RestartAllContainers') to.notSupported('container/restart-rule-action-unsupported', at, ['Restart'], { since: 35, until: 35 });
    validateExitCodes(rule.get('exitCodes'), to);
  }
}

/** When a container starts again, where it differs from its pod (`validateContainerRestartPolicy`, S-355). */
export function validateContainerRestartPolicy(container: Cursor<Container>, isInit: boolean, to: Refusals): void {
  const policy = container.get('restartPolicy');
  const rules = container.as<RestartingContainer>().get('restartPolicyRules');
  validateRestartPolicyName(policy, isInit, to);
  if (policy.isAbsent && rules.items().length > 0) {
    to.required('container/restart-policy-required', policy, 'must specify restartPolicy when restart rules are used', RULES);
    if (isInit) return;
  }
  validateRestartRules(rules, to);
}

const RESIZED = ['cpu', 'memory'];
const RESIZE_POLICIES = ['NotRequired', 'RestartContainer'];

/** Servers look at policies of resizing from 1.33 on, and drop them before. */
const RESIZE = { since: 33 } as const;

function validateResizePolicyFields(policy: Cursor<ContainerResizePolicy>, to: Refusals, field: string): void {
  const options = { ...RESIZE, field };
  for (const [at, supported] of [
    [policy.get('resourceName'), RESIZED],
    [policy.get('restartPolicy'), RESIZE_POLICIES],
  ] as const) {
    const isMissing = requireField(at, to, { check: 'container/resize-policy-required', options });
    if (!isMissing) refuseUnsupported(at, to, { check: 'container/resize-policy-unsupported', options }, supported);
  }
}

/** The restart policy of the pod, as far as it counts for a container: undefined where it is not known, or where the container has its own. */
function restartPolicyAround(container: Cursor<Container>, podPolicy: string | undefined): string | undefined {
  return container.get('restartPolicy').isAbsent ? podPolicy : undefined;
}

/**
 * What happens to a container when its resources are changed (`validateResizePolicy`). The server names the list, not its element.
 * `podPolicy` is the restart policy of the pod.
 */
export function validateResizePolicy(container: Cursor<Container>, to: Refusals, podPolicy: string | undefined): void {
  const list = container.get('resizePolicy');
  const field = list.fieldPath;
  const seen = new Set<string>();
  for (const policy of list.items()) {
    const name = textOf(policy.get('resourceName'));
    if (name !== undefined && seen.has(name) && !list.isOpen) to.duplicate('container/resize-policy-duplicated', policy, { ...RESIZE, value: name });
    if (name !== undefined) seen.add(name);
    validateResizePolicyFields(policy, to, field);
    const restart = textOf(policy.get('restartPolicy'));
    if (restart === undefined || restart === 'NotRequired' || restartPolicyAround(container, podPolicy) !== 'Never') continue;
    const text = "must be 'NotRequired' when pod `restartPolicy` is 'Never'";
    to.invalid('container/resize-policy', policy.get('restartPolicy'), text, { ...RESIZE, field });
  }
}

/** An init container that ends is never resized, so it has no use for a restart. */
export function validateInitResizePolicy(container: Cursor<Container>, to: Refusals): void {
  for (const policy of container.get('resizePolicy').items()) {
    const restart = policy.get('restartPolicy');
    if (textOf(restart) !== 'RestartContainer') continue;
    to.invalid('container/resize-policy', restart, "must not be set to 'RestartContainer' for non-sidecar initContainers", { since: 36 });
  }
}
