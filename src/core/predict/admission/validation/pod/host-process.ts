import type { Container, PodSpec } from 'kubernetes-types/core/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { booleanOf, pointerOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';

type Flag = boolean | null | undefined;

function hostProcessOf(container: Cursor<Container>): Flag {
  return pointerOf(container.get('securityContext').get('windowsOptions').get('hostProcess').boolean());
}

/** Whether a container runs as a process of its Windows node, by itself or by its pod. */
function runsOnHost(own: Flag, ofPod: Flag): boolean | undefined {
  if (own === undefined || (own === null && ofPod === undefined)) return undefined;
  return own ?? ofPod ?? false;
}

/** Processes of a Windows node: all containers of a pod or none, and on the host network (`validateWindowsHostProcessPod`). */
export function validateHostProcesses(spec: Cursor<PodSpec>, containers: readonly Cursor<Container>[], to: Refusals): void {
  const ofPod = pointerOf(spec.get('securityContext').get('windowsOptions').get('hostProcess').boolean());
  for (const container of containers) {
    const own = hostProcessOf(container);
    if (typeof own !== 'boolean' || typeof ofPod !== 'boolean' || own === ofPod) continue;
    const at = container.get('securityContext').get('windowsOptions').get('hostProcess');
    to.invalid('container/host-process', at, `pod hostProcess value must be identical if both are specified, was ${String(ofPod)}`);
  }
  const states = containers.map(container => runsOnHost(hostProcessOf(container), ofPod));
  if (!states.includes(true)) return;
  const everyText = 'If pod contains any hostProcess containers then all containers must be HostProcess containers';
  if (states.includes(false)) to.invalid('container/host-process', spec, everyText, { value: '' });
  const hostNetwork = spec.get('hostNetwork');
  if (booleanOf(hostNetwork) !== false) return;
  to.invalid('container/host-process', hostNetwork, 'hostNetwork must be true if pod contains any hostProcess containers', { value: false });
}
