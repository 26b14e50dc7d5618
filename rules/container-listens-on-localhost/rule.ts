import {
  containerSubjectOf,
  defineRule,
  findCaller,
  findListeners,
  fixOf,
  isLocal,
  isSettled,
  runningContainers,
  setScalar,
  valueOf,
} from '../../src/core/api.ts';
import type { Caller, Cluster, Container, Listener } from '../../src/core/api.ts';

/** The number that a listener binds: its own, or where it only names the host, the one port flag or the one declared port. */
function portOf(listener: Listener, container: Container): number | undefined {
  if (listener.port !== undefined) return listener.port;
  const told = findListeners(container).filter(({ host, port, main }) => main && host === undefined && port !== undefined);
  const [only] = told.length === 0 ? container.ports : [];
  if (told.length > 0) return told.length === 1 ? told[0]?.port : undefined;
  return container.ports.length === 1 && only ? valueOf(only.number) : undefined;
}

/** Whether something else may answer on the number: another listener, or another container of the pod. */
function isAnsweredElsewhere(local: Listener, number: number, container: Container): boolean {
  const others = findListeners(container).filter(other => other !== local && other.host !== undefined && !isLocal(other.host));
  if (others.some(({ port }) => port === undefined || port === number)) return true;
  if (local.port === undefined && findListeners(container).filter(({ host }) => host !== undefined).length > 1) return true;
  return runningContainers(container.pod).some(
    other => other !== container && (other.portsOpen || other.ports.some(port => port.number.state !== 'known' || port.number.value === number)),
  );
}

function findUnreachable(container: Container, cluster: Cluster): { listener: Listener; number: number; caller: Caller } | undefined {
  for (const listener of findListeners(container)) {
    const number = isLocal(listener.host) ? portOf(listener, container) : undefined;
    const caller = number === undefined ? undefined : findCaller(container, number, cluster);
    if (number !== undefined && caller && !isAnsweredElsewhere(listener, number, container)) return { listener, number, caller };
  }
  return undefined;
}

export default defineRule({
  id: 'container-listens-on-localhost',
  title: 'The process binds 127.0.0.1, so neither Service nor probe reaches it',
  category: 'wiring',
  severity: 'error',
  presets: ['recommended'],
  subject: 'container',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { local: 'error', 'host-variable': 'warning' },
  facts: ['S-191', 'S-316'],

  *check(container, { cluster }) {
    const isShown = container.role !== 'init' && !container.portsOpen && isSettled(container);
    const found = isShown ? findUnreachable(container, cluster) : undefined;
    if (!found) return;
    const { listener, number, caller } = found;
    const host = listener.host ?? '';
    const written = listener.at.file.text.slice(listener.at.valueSpan.start, listener.at.valueSpan.end).replaceAll(/^["']|["']$/g, '');
    yield {
      variant: listener.explicit ? 'local' : 'host-variable',
      message: `${containerSubjectOf(container)} listens on ${host}:${String(number)}, so ${caller.label} cannot reach it`,
      at: listener.at,
      help: "Listen on 0.0.0.0, or on the pod's address",
      related: [{ at: caller.at, note: `${caller.label} sends to port ${String(number)} of this container` }],
      fixes: /^[\w.:=\-[\]/]+$/.test(written) ? fixOf('Listen on 0.0.0.0', 'unsafe', setScalar(listener.at, written.replace(host, '0.0.0.0'))) : [],
    };
  },
});
