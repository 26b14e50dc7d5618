import { defineRule, labelOf, suggestDnsLabel, valueOf, type Cluster, type Resource } from '../../src/core/api.ts';

const CHARACTERS_OF_NAMES = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const LONGEST_NAME = 253;
const LONGEST_LABEL = 63;
const LONGEST_OF_CRON_JOB = 52;

/** Of longer names a message shows the beginning. */
const LONGEST_SHOWN = 30;

/** A word in capitals beside others that are not: whoever applies the file puts something else in its place. */
const STAND_IN = /^(?=.*[a-z])(?:.*[-_.])?[A-Z][A-Z0-9_]{3,}(?:[-_.].*)?$/;

/** A kustomization that sets the namespace renames Namespaces to it. */
function isRenamed(resource: Resource, cluster: Cluster): boolean {
  return resource.kind === 'Namespace' && cluster.mayBeKustomized(resource);
}

type Variant = 'form' | 'dots' | 'length';

/** What is wrong with a name: its characters, or else its length, or else its dots. */
function variantOf(name: string): Variant {
  if (!CHARACTERS_OF_NAMES.test(name)) return 'form';
  return name.length > LONGEST_LABEL || !name.includes('.') ? 'length' : 'dots';
}

function example(name: string): string {
  const suggestion = suggestDnsLabel(name, LONGEST_OF_CRON_JOB);
  return suggestion === undefined || suggestion.length > 40 ? '' : `, for instance "${suggestion}"`;
}

function describe({ kind, group }: Resource, subject: string, name: string): Readonly<Record<Variant, { message: string; help: string }>> {
  const most = kind === 'CronJob' ? LONGEST_OF_CRON_JOB : name.includes('.') || name.length > LONGEST_NAME ? LONGEST_NAME : LONGEST_LABEL;
  const form = group === 'rbac.authorization.k8s.io' ? 'Use a name without "/" and "%"' : `Use lower-case letters, digits and "-"${example(name)}`;
  return {
    form: { message: `${subject} has a name of another form than its kind takes, so the API server refuses it`, help: form },
    dots: { message: `${subject} has dots in its name, so the API server refuses it`, help: `Use a name without dots${example(name)}` },
    length: { message: `${subject} has too long a name, so it is refused`, help: `Shorten the name to ${String(most)} characters` },
  };
}

export default defineRule({
  id: 'object-name-invalid',
  title: "The API server refuses the object's name",
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['metadata/name', 'metadata/generate-name', 'job/name', 'cron-job/name'],
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { form: 'error', dots: 'error', length: 'error', 'pod-name': 'error' },
  facts: ['S-095', 'S-187', 'S-196', 'S-241'],

  *check({ resource, cause }, { cluster }) {
    const { check, cursor } = cause;
    const name = valueOf(cursor.string());
    if (isRenamed(resource, cluster) || STAND_IN.test(name ?? '')) return;
    const subject = name !== undefined && name.length > LONGEST_SHOWN ? `${resource.kind} "${name.slice(0, LONGEST_SHOWN)}…"` : labelOf(resource);
    if (name === undefined) {
      // A name made of generateName is refused like generateName itself, which is told; else its pods cannot carry it.
      if (check === 'metadata/generate-name') return;
    } else if (check !== 'job/name') {
      const variant = variantOf(name);
      yield { variant, ...describe(resource, subject, name)[variant], at: cause.at };
      return;
    } else if (!CHARACTERS_OF_NAMES.test(name)) return;
    yield {
      variant: 'pod-name',
      message: `${subject} has a name that its pods cannot carry, so it is refused`,
      at: cause.at,
      help: `Use a name of at most ${String(LONGEST_LABEL)} characters, and without dots where completions are indexed`,
    };
  },
});
