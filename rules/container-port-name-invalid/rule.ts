import { defineRule, fixOf, holderOf, setScalar, valueOf } from '../../src/core/api.ts';

const MOST = 15;

/** The name nearest to it that has the form; undefined where nothing is left of it. */
function mend(name: string): string | undefined {
  const text = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, MOST)
    .replaceAll(/^-+|-+$/g, '');
  if (text === '') return undefined;
  return /[a-z]/.test(text) ? text : `port-${text}`.slice(0, MOST);
}

/** What a reader sees is wrong with it. */
function faultOf(name: string): string {
  if (name.length > MOST) return `has ${String(name.length)} characters, more than ${String(MOST)}`;
  if (/^[0-9-]+$/.test(name)) return 'has no letter';
  if (/[A-Z]/.test(name)) return 'has upper-case letters';
  const [odd] = /[^a-z0-9-]/.exec(name) ?? [];
  return odd === undefined ? 'has a hyphen at its end or two in a row' : `has the character "${odd}"`;
}

export default defineRule({
  id: 'container-port-name-invalid',
  title: 'The name of a container port has no form that the API server takes',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['port/name'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'object',
  variants: { form: 'error' },
  facts: ['S-179', 'S-115'],

  *check({ cause, ...refusal }) {
    const name = valueOf(cause.cursor.string());
    if (name === undefined) return;
    const mended = mend(name);
    const help = mended === undefined ? 'Use lower-case letters, digits and single hyphens' : `Name it ${mended}, and change what refers to the name`;
    yield {
      variant: 'form',
      message: `Port "${name}" of ${holderOf({ cause, ...refusal })} ${faultOf(name)}, so it is refused`,
      at: cause.at,
      help,
      fixes: mended === undefined ? [] : fixOf(`Rename the port to ${mended}`, 'unsafe', setScalar(cause.at, mended)),
    };
  },
});
