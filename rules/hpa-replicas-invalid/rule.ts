import { defineRule, labelOf, showValue, valueOf, type Refusal } from '../../src/core/api.ts';

type Variant = 'order' | 'minimum' | 'maximum' | 'zero';

interface Account {
  readonly variant: Variant;
  readonly message: string;
  readonly help: string;
}

/** Only metrics from outside of the pods tell an autoscaler to start the first one. */
const WITHOUT_PODS: ReadonlySet<string> = new Set(['Object', 'External']);

interface Spec {
  readonly minReplicas?: number;
  readonly metrics?: readonly { readonly type?: string }[];
}

function scalesFromZero({ resource }: Refusal): boolean {
  const metrics = resource.body.as<{ readonly spec?: Spec }>().get('spec').get('metrics');
  return metrics.items().some(metric => WITHOUT_PODS.has(valueOf(metric.get('type').string()) ?? ''));
}

function describeMinimum(refusal: Refusal): Account {
  const [subject, value] = [labelOf(refusal.resource), showValue(refusal.cause.cursor)];
  if (value !== '0')
    return { variant: 'minimum', message: `minReplicas ${value} of ${subject} is below 1, so the API server refuses it`, help: 'Set minReplicas to 1 or more' };
  const message = `${subject} scales to 0, which needs the feature gate HPAScaleToZero`;
  return { variant: 'zero', message, help: scalesFromZero(refusal) ? 'Turn the feature gate on, or set minReplicas to 1' : 'Set minReplicas to 1 or more' };
}

function describe(refusal: Refusal): Account {
  const { cause, resource } = refusal;
  const [subject, value] = [labelOf(resource), showValue(cause.cursor)];
  switch (cause.check) {
    case 'hpa/min-replicas':
      return describeMinimum(refusal);
    case 'hpa/scale-to-zero': {
      const message = `${subject} scales to 0 by metrics of pods, which are not there then, so it is refused`;
      return { variant: 'minimum', message, help: 'Set minReplicas to 1, or add a metric of type Object or External' };
    }
    case 'hpa/max-below-min': {
      const least = resource.body.as<{ readonly spec?: Spec }>().get('spec').get('minReplicas');
      const message = `maxReplicas ${value} of ${subject} is below minReplicas ${least.isPresent ? showValue(least) : '1'}, so it is refused`;
      return { variant: 'order', message, help: 'Swap the two, or raise maxReplicas' };
    }
    default: {
      const message = cause.cursor.isAbsent
        ? `${subject} has no maxReplicas, so the API server refuses it`
        : `maxReplicas ${value} of ${subject} is below 1, so it is refused`;
      return { variant: 'maximum', message, help: 'Set maxReplicas to the most pods that may run' };
    }
  }
}

export default defineRule({
  id: 'hpa-replicas-invalid',
  title: 'The bounds of the autoscaler are no range, so the API server refuses it',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['hpa/min-replicas', 'hpa/max-replicas-required', 'hpa/max-replicas', 'hpa/max-below-min', 'hpa/scale-to-zero'],
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { order: 'error', minimum: 'error', maximum: 'error', zero: 'warning' },
  facts: ['autoscaling/v2 HorizontalPodAutoscalerSpec'],

  *check(refusal) {
    const { variant, ...account } = describe(refusal);
    // One number that is wrong is told once: a maximum of 0 is below every minimum too.
    if (variant === 'order' && !isPositive(refusal)) return;
    if (refusal.cause.check === 'hpa/scale-to-zero' && refusal.cause.cursor.isAbsent) return;
    yield { variant, ...account, at: refusal.cause.at };
  },
});

function isPositive({ cause }: Refusal): boolean {
  return (valueOf(cause.cursor.number()) ?? 0) > 0;
}
