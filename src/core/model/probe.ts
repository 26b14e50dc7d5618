import type { HTTPGetAction, Lifecycle, LifecycleHandler, Probe as ProbeSpec } from 'kubernetes-types/core/v1.d.ts';
import type { Cursor } from '../yaml/cursor.ts';
import type { Field } from '../yaml/field.ts';
import { containerLabelOf } from './container-label.ts';
import { withDefault } from './default.ts';
import type { Container } from './pod.ts';

export type ProbeKind = 'readiness' | 'liveness' | 'startup' | 'postStart' | 'preStop';
export type ProbeHandler = 'httpGet' | 'tcpSocket' | 'grpc';

/** A probe or lifecycle hook of a container that asks a port, with the one handler that it has (S-192). */
export interface Probe {
  readonly container: Container;
  readonly kind: ProbeKind;
  readonly handler: ProbeHandler;
  /** The mapping of the handler. */
  readonly body: Cursor<HTTPGetAction>;
  /** A name is looked up in the ports of the same container only (S-189); grpc has numbers only (S-190). */
  readonly port: Field<number | string>;
  /** HTTP where none is written; absent for what is not HTTP. */
  readonly scheme: Field<string>;
  /** Absent: the address of the pod (S-191). */
  readonly host: Field<string>;
  readonly path: Field<string>;
}

const HANDLERS = ['httpGet', 'tcpSocket', 'grpc'] as const;
const PROBES = ['readiness', 'liveness', 'startup'] as const;
const HOOKS = ['postStart', 'preStop'] as const;

function readProbe(container: Container, kind: ProbeKind, handlers: Cursor<ProbeSpec> | Cursor<LifecycleHandler>): Probe | undefined {
  const all = handlers.as<Partial<Record<ProbeHandler, HTTPGetAction>>>();
  const [handler, ...others] = HANDLERS.filter(name => all.get(name).isPresent);
  // Several handlers are refused, so nothing tells which one is meant.
  if (handler === undefined || others.length > 0) return undefined;
  const body = all.get(handler);
  const scheme = body.get('scheme').string();
  return {
    container,
    kind,
    handler,
    body,
    port: body.get('port').as<unknown>().intOrString(),
    scheme: handler === 'httpGet' ? withDefault(scheme, 'HTTP') : scheme,
    host: body.get('host').string(),
    path: body.get('path').string(),
  };
}

const PROBES_OF = new WeakMap<Container, readonly Probe[]>();

/** The probes and lifecycle hooks of a container that ask a port. */
export function probesOf(container: Container): readonly Probe[] {
  let probes = PROBES_OF.get(container);
  if (!probes) {
    const lifecycle: Cursor<Lifecycle> = container.body.get('lifecycle');
    probes = [
      ...PROBES.flatMap(kind => readProbe(container, kind, container.body.get(`${kind}Probe`)) ?? []),
      ...HOOKS.flatMap(kind => readProbe(container, kind, lifecycle.get(kind)) ?? []),
    ];
    PROBES_OF.set(container, probes);
  }
  return probes;
}

/** Whether it is a hook of the container's lifecycle and no probe. */
export function isHook({ kind }: Probe): boolean {
  return kind === 'postStart' || kind === 'preStop';
}

/** `readiness probe`, `preStop hook`. */
export function probeKindOf(probe: Probe): string {
  return isHook(probe) ? `${probe.kind} hook` : `${probe.kind} probe`;
}

/** `The readiness probe of container "web"`. */
export function probeLabelOf(probe: Probe): string {
  return `The ${probeKindOf(probe)} of ${containerLabelOf(probe.container)}`;
}
