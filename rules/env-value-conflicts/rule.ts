import { defineRule, fieldNameOf, holderOf, holderSubjectOf, showValue, valueOf, type Cursor, type Finding, type Refusal } from '../../src/core/api.ts';

type Variant = 'value-and-source' | 'source' | 'name' | 'field' | 'reference';

interface Variable {
  readonly name?: string;
}

/** `Variable "PORT" of container "web"`, from anywhere within the variable. */
function subjectOf(refusal: Refusal): string {
  for (let at: Cursor<unknown> | undefined = refusal.cause.cursor; at; at = at.parent) {
    const name = at.index === undefined ? undefined : valueOf(at.as<Variable>().get('name').string());
    if (name !== undefined && at.parent?.path.endsWith('.env') === true) return `Variable "${name}" of ${holderOf(refusal)}`;
  }
  return holderSubjectOf(refusal);
}

function judge(refusal: Refusal): Finding<Variant> {
  const { check, cursor, at } = refusal.cause;
  const [subject, value] = [subjectOf(refusal), showValue(cursor)];
  switch (check) {
    case 'env/value-and-source':
      return {
        variant: 'value-and-source',
        message: `${subject} has both value and valueFrom, so it is refused`,
        at: at.atKey,
        help: 'Keep one of value and valueFrom',
      };
    case 'env/source':
      return {
        variant: 'source',
        message: `${subject} does not name exactly one source, so it is refused`,
        at,
        help: 'Name one source, such as configMapKeyRef or secretKeyRef',
      };
    case 'env/name':
      return { variant: 'name', message: `${subject} is refused for characters that no variable may have`, at, help: 'Use printable characters without =' };
    case 'field-ref/path':
    case 'field-ref/path-unsupported':
      return {
        variant: 'field',
        message: `${subject} asks for field ${value}, which pods do not offer`,
        at,
        help: 'Use a field such as metadata.name, metadata.namespace or status.podIP',
      };
    default:
      return {
        variant: 'reference',
        message: `${subject} refers to ${fieldNameOf(refusal.cause.cursor)} ${value}, which nothing can be called`,
        at,
        help: 'Name an object or key that can exist',
      };
  }
}

export default defineRule({
  id: 'env-value-conflicts',
  title: 'A variable has a value and a source, several sources, or one that the API refuses',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: [
    'env/value-and-source',
    'env/source',
    'env/name',
    'env/reference-name',
    'env/reference-key',
    'env/file-path',
    'env/file-volume',
    'field-ref/path',
    'field-ref/path-unsupported',
    'field-ref/key',
  ],
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { 'value-and-source': 'error', source: 'error', name: 'error', field: 'error', reference: 'error' },
  facts: ['v1 EnvVar', 'v1 EnvVarSource', 'S-355'],

  *check(refusal) {
    yield judge(refusal);
  },
});
