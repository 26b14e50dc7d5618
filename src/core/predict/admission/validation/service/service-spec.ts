import type { ServiceSpec as Core } from 'kubernetes-types/core/v1.d.ts';
import type { Answer } from '../../../../model/answer.ts';
import { allOf } from '../../../../model/answer.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { countOf, isEmpty, isSet, textOf } from '../../read.ts';

export type ServiceSpec = Cursor<Core>;

/** The addresses of a Service after `clusterIP` has been copied to `clusterIPs`, where only the one is written (S-078). */
export interface ClusterIps {
  readonly items: readonly Cursor<string>[];
  /** `spec.clusterIPs` as the server names it, and what it holds. */
  readonly whole: { readonly field: string; readonly value: readonly string[] };
  readonly fieldOf: (index: number) => string;
}

/** `spec.type`: ClusterIP where none is written (S-071). */
export function serviceType(spec: ServiceSpec): string | undefined {
  const type = textOf(spec.get('type'));
  return type === '' ? 'ClusterIP' : type;
}

/** Whether the type is one of these. */
export function isType(spec: ServiceSpec, ...types: readonly string[]): Answer {
  const type = serviceType(spec);
  return type === undefined ? 'unknown' : types.includes(type) ? 'yes' : 'no';
}

/** The addresses that the Service asks for; undefined where they are not all known to be there. */
export function clusterIpsOf(spec: ServiceSpec): ClusterIps | undefined {
  const [one, list] = [spec.get('clusterIP'), spec.get('clusterIPs')];
  const [text, count] = [textOf(one), countOf(list)];
  if (count === undefined || (count === 0 && text === undefined)) return undefined;
  const items = count > 0 ? list.items() : text === '' ? [] : [one.as<string>()];
  const field = list.fieldPath;
  const value = items.map(item => textOf(item) ?? item.text ?? '');
  return { items, whole: { field, value }, fieldOf: index => `${field}[${String(index)}]` };
}

/** Whether the API server takes the Service for headless (S-066). */
export function isHeadless(spec: ServiceSpec): Answer {
  const ips = clusterIpsOf(spec);
  const [first] = ips?.items ?? [];
  if (!ips) return 'unknown';
  if (ips.items.length !== 1 || !first) return 'no';
  const text = textOf(first);
  return text === undefined ? 'unknown' : text === 'None' ? 'yes' : 'no';
}

/** Whether traffic from outside may reach the Service (S-144): a ClusterIP Service too, if it has external IPs. */
export function isExternallyAccessible(spec: ServiceSpec): Answer {
  const type = serviceType(spec);
  if (type === undefined) return 'unknown';
  if (type === 'LoadBalancer' || type === 'NodePort') return 'yes';
  const ips = spec.get('externalIPs');
  return type !== 'ClusterIP' || isEmpty(ips) ? 'no' : isSet(ips) ? 'yes' : 'unknown';
}

/** Whether the Service gets a health check node port: LoadBalancer and Local (S-085). */
export function needsHealthCheck(spec: ServiceSpec): Answer {
  const policy = textOf(spec.get('externalTrafficPolicy'));
  return allOf([isType(spec, 'LoadBalancer'), policy === undefined ? 'unknown' : policy === 'Local' ? 'yes' : 'no']);
}

/** Whether the ports written are all there are. */
export function areAllPortsKnown(spec: ServiceSpec): boolean {
  return countOf(spec.get('ports')) !== undefined;
}
