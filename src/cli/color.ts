import type { GivenOptions } from './parse-command-line.ts';
import type { Terminal } from './terminal.ts';

/** Flags, then NO_COLOR and FORCE_COLOR, then whether stdout is a terminal. */
export function wantsColor(options: GivenOptions, { env, isTty }: Pick<Terminal, 'env' | 'isTty'>): boolean {
  if (options.isSet('no-color')) return false;
  if (options.isSet('color')) return true;
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0';
  return isTty && env['TERM'] !== 'dumb';
}
