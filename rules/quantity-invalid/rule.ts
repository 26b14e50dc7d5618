import { defineRule, fixOf, holderOf, parseQuantity, setScalar, showValue, valueOf, type Finding, type Refusal } from '../../src/core/api.ts';

type Variant = 'form' | 'negative' | 'fraction' | 'part-of-byte';

/** What is evidently meant: `512MB`, `1 Gi`, `0,5`, `2gi`. */
function mend(text: string): string | undefined {
  const plain = text
    .replaceAll(/\s+/g, '')
    .replace(/^(\d+),(\d+)/, '$1.$2')
    .replace(/[bB]$/, '')
    .replace(/ytes?$/i, '');
  const [, number = '', suffix = ''] = /^([\d.]+)([a-zA-Z]*)$/.exec(plain) ?? [];
  const cased = suffix.replace(/^([kmgtpe])(i?)$/i, (_, size: string, binary: string) =>
    binary === '' ? (size.toLowerCase() === 'k' ? 'k' : size.toUpperCase()) : `${size.toUpperCase()}i`,
  );
  const proposal = suffix === 'm' ? plain : `${number}${cased}`;
  return number !== '' && proposal !== text && typeof parseQuantity(proposal) !== 'string' ? proposal : undefined;
}

function judgeForm(refusal: Refusal): Finding<Variant> {
  const { cursor, at } = refusal.cause;
  const proposal = mend(cursor.text ?? '');
  return {
    variant: 'form',
    message: `Quantity ${showValue(cursor)} of ${holderOf(refusal)} is none that Kubernetes reads, so it is refused`,
    at,
    help: proposal === undefined ? 'Write a number with a suffix such as m, Ki, Mi, Gi, k, M or G' : `Write ${proposal}`,
    fixes: proposal === undefined ? [] : fixOf(`Write ${proposal}`, 'unsafe', setScalar(at, proposal)),
  };
}

function judge(refusal: Refusal): Finding<Variant> {
  const { check, cursor, at } = refusal.cause;
  const subject = `Quantity ${showValue(cursor)} of ${holderOf(refusal)}`;
  if (check === 'decode/quantity') return judgeForm(refusal);
  if (check === 'resources/negative')
    return { variant: 'negative', message: `${subject} is less than nothing, so it is refused`, at, help: 'Use 0 or a positive quantity' };
  if (check === 'resources/integer')
    return { variant: 'fraction', message: `${subject} is a part of what comes whole, so it is refused`, at, help: 'Use a whole number' };
  const milli = /^(\d+)m$/.exec(cursor.text ?? '')?.[1];
  return {
    variant: 'part-of-byte',
    message: `${subject} is a part of a byte, as "m" means thousandths`,
    at,
    help: 'Write Mi for mebibytes or M for megabytes',
    fixes: milli === undefined || valueOf(cursor.scalar()) === undefined ? [] : fixOf(`Write ${milli}Mi`, 'unsafe', setScalar(at, `${milli}Mi`)),
  };
}

export default defineRule({
  id: 'quantity-invalid',
  title: 'The text is no amount of the resource: it does not parse, or means one that cannot be',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['decode/quantity', 'resources/negative', 'resources/integer', 'resources/fraction-warning', 'storage/fractional-size-warning'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'object',
  variants: { form: 'error', negative: 'error', fraction: 'error', 'part-of-byte': 'warning' },
  facts: ['resource.Quantity', 'v1 ResourceRequirements'],

  *check(refusal) {
    yield judge(refusal);
  },
});
