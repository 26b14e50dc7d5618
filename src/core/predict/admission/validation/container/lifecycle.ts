import type { Lifecycle } from 'kubernetes-types/core/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import type { Refusals } from '../../refusals.ts';
import { validateHandler } from './handler.ts';

/**
 * Hooks of a container (`validateLifecycle`). The name of a stop signal is not looked at: by default servers drop the field (S-356).
 * `gracePeriod` is the time that the pod has for its end.
 */
export function validateLifecycle(lifecycle: Cursor<Lifecycle>, to: Refusals, gracePeriod: number | undefined): void {
  for (const hook of [lifecycle.get('postStart'), lifecycle.get('preStop')]) {
    if (hook.isPresent) validateHandler(hook, to, gracePeriod);
  }
}
