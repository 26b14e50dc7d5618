/** Minors of Kubernetes 1 that a configuration may name. */
export const OLDEST_MINOR = 20;
export const NEWEST_MINOR = 37;

/** `1.34` or `1.33-1.36`, as a pattern of JSON Schema. */
export const MINORS_PATTERN = '^1\\.(?:2[0-9]|3[0-7])(?:-1\\.(?:2[0-9]|3[0-7]))?$';

/** The minors that a version or a range names, oldest first; undefined where it names none that is known. */
export function readMinors(written: string): readonly number[] | undefined {
  const [, low, high] = /^1\.(\d{2})(?:-1\.(\d{2}))?$/.exec(written) ?? [];
  const [first, last] = [Number(low), Number(high ?? low)];
  if (low === undefined || first < OLDEST_MINOR || last > NEWEST_MINOR || first > last) return undefined;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

export const PORT_RANGE_PATTERN = '^[0-9]{1,5}-[0-9]{1,5}$';

/** `30000-32767`, the form of the API server's own flag. */
export function readPortRange(written: string): readonly [number, number] | undefined {
  const [, low, high] = /^(\d{1,5})-(\d{1,5})$/.exec(written) ?? [];
  const [first, last] = [Number(low), Number(high)];
  return low !== undefined && first >= 1 && last <= 65535 && first <= last ? [first, last] : undefined;
}
