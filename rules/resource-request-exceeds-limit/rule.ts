import { defineRule, fieldNameOf, fixOf, holderSubjectOf, setScalar, showValue, valueOf, type Cursor, type Finding, type Refusal } from '../../src/core/api.ts';

type Variant = 'above' | 'unequal' | 'no-limit';

interface Requirements {
  readonly limits?: Readonly<Record<string, string>>;
}

/** The limit of the same resource. */
function limitOf(request: Cursor<unknown>, name: string): Cursor<string> | undefined {
  return request.parent?.parent?.as<Requirements>().get('limits').get(name);
}

function judge(refusal: Refusal): Finding<Variant> {
  const { check, cursor, at } = refusal.cause;
  const name = cursor.path.slice((cursor.parent?.path.length ?? 0) + 1) || fieldNameOf(refusal.cause.cursor);
  const subject = `${holderSubjectOf(refusal)} requests ${showValue(cursor).replaceAll('"', '')} of "${name}"`;
  const limit = limitOf(cursor, name);
  if (check === 'resources/limit-required' || !limit?.isPresent) {
    return { variant: 'no-limit', message: `${subject} without a limit, so it is refused`, at, help: `Set the same amount under limits` };
  }
  const most = showValue(limit).replaceAll('"', '');
  const isAbove = check === 'resources/request-above-limit';
  const value = valueOf(limit.scalar());
  return {
    variant: isAbove ? 'above' : 'unequal',
    message: `${subject} and is limited to ${most}, so it is refused`,
    at,
    help: isAbove ? 'Raise the limit, or lower the request to it' : 'Write the same amount as request and as limit, this resource cannot be shared',
    related: [{ at: limit.at, note: `the limit is ${most}` }],
    fixes: typeof value === 'string' || typeof value === 'number' ? fixOf(`Lower the request to ${most}`, 'unsafe', setScalar(at, value)) : [],
  };
}

export default defineRule({
  id: 'resource-request-exceeds-limit',
  title: 'A container requests more of a resource than it is limited to, so it is refused',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['resources/request-above-limit', 'resources/request-not-limit', 'resources/limit-required'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'object',
  variants: { above: 'error', unequal: 'error', 'no-limit': 'error' },
  facts: ['v1 ResourceRequirements'],

  *check(refusal) {
    yield judge(refusal);
  },
});
