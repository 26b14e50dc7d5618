/** How specific the host of a rule is that takes a request; the most specific one has it (S-256). */
export type HostGrade = 'exact' | 'wildcard' | 'any';

export const HOST_GRADES: readonly HostGrade[] = ['exact', 'wildcard', 'any'];

/** The kind of host that a rule names: "" is every host. */
export function gradeOf(host: string): HostGrade {
  return host === '' ? 'any' : host.startsWith('*.') ? 'wildcard' : 'exact';
}

/** How a host is compared: without case, closing dot and port. */
export function normalizeHost(host: string): string {
  return host.toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '');
}

/** Whether a host of a rule, or of a TLS entry, is that of a request: a wildcard stands for exactly one label (S-256). */
export function takesHost(wanted: string, host: string): boolean {
  const [pattern, name] = [normalizeHost(wanted), normalizeHost(host)];
  if (pattern === '' || pattern === name) return true;
  if (!pattern.startsWith('*.')) return false;
  const dot = name.indexOf('.');
  return dot > 0 && name.slice(dot) === pattern.slice(1);
}
