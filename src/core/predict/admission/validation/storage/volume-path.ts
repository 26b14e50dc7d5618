import type { Cursor } from '../../../../yaml/cursor.ts';
import { numberOf } from '../../read.ts';
import type { RefusalOptions, Refusals } from '../../refusals.ts';

/** A path that leaves the folder that it is in. */
export function backstepFaults(path: string): readonly string[] {
  return path.split('/').includes('..') ? ["must not contain '..'"] : [];
}

/** A path below another: relative, and never back out of it. */
export function descendingPathFaults(path: string): readonly string[] {
  return [...(path.startsWith('/') ? ['must be a relative path'] : []), ...backstepFaults(path)];
}

/** A path of a file in a volume. Names that start with `..` are the kubelet's own. */
export function localPathFaults(path: string): readonly string[] {
  const isReserved = path.startsWith('..') && !path.startsWith('../');
  return [...descendingPathFaults(path), ...(isReserved ? ["must not start with '..'"] : [])];
}

/** Bits that say who may read a file: three octal digits. */
export function validateFileMode(mode: Cursor<number>, to: Refusals, options: RefusalOptions = {}): void {
  const bits = numberOf(mode);
  if (bits === undefined || (bits >= 0 && bits <= 0o777)) return;
  to.invalid('volume/file-mode', mode, 'must be a number between 0 and 0777 (octal), both inclusive', options);
}
