const UNIT = /^(?:ns|us|µs|μs|ms|s|m|h)$/;
const PART = /([0-9]*\.?[0-9]*)([^0-9.]*)/y;
const LONGEST_NANOSECONDS = 2 ** 63;
const NANOSECONDS: Readonly<Record<string, number>> = { ns: 1, us: 1e3, µs: 1e3, μs: 1e3, ms: 1e6, s: 1e9, m: 60e9, h: 3600e9 };

/** What Go says against a length of time such as `1h30m`; undefined where it reads it (`time.ParseDuration`). */
export function durationFault(text: string): string | undefined {
  const quoted = JSON.stringify(text);
  const unsigned = text.replace(/^[-+]/, '');
  if (unsigned === '0') return undefined;
  if (unsigned === '') return `time: invalid duration ${quoted}`;
  let total = 0;
  for (PART.lastIndex = 0; PART.lastIndex < unsigned.length;) {
    const [, number = '', unit = ''] = PART.exec(unsigned) ?? [];
    if (number === '' || number === '.') return `time: invalid duration ${quoted}`;
    if (unit === '') return `time: missing unit in duration ${quoted}`;
    if (!UNIT.test(unit)) return `time: unknown unit ${JSON.stringify(unit)} in duration ${quoted}`;
    total += Number(number) * (NANOSECONDS[unit] ?? 0);
  }
  return total >= LONGEST_NANOSECONDS ? `time: invalid duration ${quoted}` : undefined;
}
