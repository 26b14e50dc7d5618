import { containerSubjectOf, defineRule, fixOf, readQuantity, setScalar, showValue, type Cursor, type Finding } from '../../src/core/api.ts';

type Variant = 'memory' | 'cpu';

const NANO = 1_000_000_000n;
/** No process of a container starts with less memory than this. */
const LEAST_MEMORY = 1n << 20n;
/** No node has more CPUs than this. */
const MOST_CPUS = 1000n;

/** Memory so small that a unit is missing: `512` for `512Mi`. Zero switches a request off and says so. */
function judgeMemory(at: Cursor<string>, subject: string, what: string): Finding<Variant> | undefined {
  const nanos = readQuantity(at)?.nanos ?? 0n;
  if (nanos <= 0n || nanos >= LEAST_MEMORY * NANO || nanos % NANO !== 0n) return undefined;
  const isPlain = /^\d+$/.test(at.text ?? '');
  return {
    variant: 'memory',
    message: `${subject} has a memory ${what} of ${showValue(at).replaceAll('"', '')}, ${isPlain ? 'bytes without a unit' : 'less than 1Mi'}, in which nothing runs`,
    at: at.at,
    help: 'Add the unit, such as Mi',
    fixes: isPlain ? fixOf(`Write ${at.text ?? ''}Mi`, 'unsafe', setScalar(at.at, `${at.text ?? ''}Mi`)) : [],
  };
}

/** CPUs by the thousand: `500` for `500m`. */
function judgeCpu(at: Cursor<string>, subject: string, what: string): Finding<Variant> | undefined {
  const nanos = readQuantity(at)?.nanos ?? 0n;
  const text = at.text ?? '';
  if (nanos < MOST_CPUS * NANO) return undefined;
  return {
    variant: 'cpu',
    message: `${subject} has a CPU ${what} of ${showValue(at).replaceAll('"', '')}, more than any node has`,
    at: at.at,
    help: `Write m for thousandths of a CPU, such as ${/^\d+$/.test(text) ? text : '500'}m`,
    fixes: /^\d+$/.test(text) ? fixOf(`Write ${text}m`, 'unsafe', setScalar(at.at, `${text}m`)) : [],
  };
}

export default defineRule({
  id: 'quantity-suspicious',
  title: 'A quantity parses, but to an amount that no container can use',
  category: 'api',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'container',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'object',
  variants: { memory: 'warning', cpu: 'warning' },
  facts: ['v1 ResourceRequirements'],

  *check(container) {
    const resources = container.body.get('resources');
    for (const [what, list] of [
      ['limit', resources.get('limits')],
      ['request', resources.get('requests')],
    ] as const) {
      const memory = judgeMemory(list.get('memory'), containerSubjectOf(container), what);
      if (memory) yield memory;
      const cpu = judgeCpu(list.get('cpu'), containerSubjectOf(container), what);
      if (cpu) yield cpu;
    }
  },
});
