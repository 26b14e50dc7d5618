import { defineRule, labelOf } from '../../src/core/api.ts';

interface Account {
  readonly variant: 'ignored' | 'deprecated';
  readonly field: string;
}

/** What took the place of an annotation, by the start of its key. */
const SUCCESSORS: readonly (readonly [start: string, account: Account])[] = [
  ['scheduler.alpha.kubernetes.io/critical-pod', { variant: 'ignored', field: 'priorityClassName' }],
  ['security.alpha.kubernetes.io/', { variant: 'ignored', field: 'securityContext.sysctls' }],
  ['seccomp.security.alpha.kubernetes.io/', { variant: 'ignored', field: 'securityContext.seccompProfile' }],
  ['container.seccomp.security.alpha.kubernetes.io/', { variant: 'ignored', field: 'securityContext.seccompProfile' }],
  ['container.apparmor.security.beta.kubernetes.io/', { variant: 'deprecated', field: 'securityContext.appArmorProfile' }],
  ['volume.beta.kubernetes.io/storage-class', { variant: 'deprecated', field: 'spec.storageClassName' }],
  ['volume.beta.kubernetes.io/mount-options', { variant: 'deprecated', field: 'spec.mountOptions' }],
];

/** The key of an annotation, by the path of its value. */
function keyOf(path: string): string {
  const [, key = ''] = /annotations[.[](.+?)\]?$/.exec(path) ?? [];
  return key;
}

export default defineRule({
  id: 'annotation-superseded',
  title: 'A field took the place of the annotation',
  category: 'deprecation',
  severity: 'warning',
  presets: ['strict'],
  subject: 'refusal',
  checks: ['pod/annotation-replaced-warning', 'pod/annotation-seccomp-warning', 'pod/annotation-app-armor-warning', 'storage/annotation-warning'],
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { ignored: 'warning', deprecated: 'info' },
  facts: ['S-200', 'S-360'],

  *check({ resource, cause: { cursor } }) {
    const key = keyOf(cursor.fieldPath);
    const account = SUCCESSORS.find(([start]) => key.startsWith(start))?.[1];
    if (!account) return;
    const { variant, field } = account;
    const name = key.startsWith('container.') ? key.slice(0, key.indexOf('/')) : key;
    yield {
      variant,
      message: `${labelOf(resource)} has annotation "${name}", ${variant === 'ignored' ? 'which nothing reads' : 'now a field'}`,
      at: cursor.at.atKey,
      help: `Write ${field} instead`,
    };
  },
});
