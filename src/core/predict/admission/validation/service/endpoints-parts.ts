import type { Cursor } from '../../../../yaml/cursor.ts';
import { dns1123LabelFaults, dns1123SubdomainFaults, qualifiedNameFaults } from '../../formats.ts';
import { pointerOf, textOf } from '../../read.ts';
import type { RefusalOptions, Refusals } from '../../refusals.ts';
import { endpointIpFaults, readLegacyIp } from './ip-address.ts';

/** An address that traffic can be sent to. */
export function validateEndpointIp(at: Cursor<unknown>, to: Refusals, options?: RefusalOptions): void {
  const text = textOf(at);
  const ip = text === undefined ? undefined : readLegacyIp(text);
  if (text !== undefined && ip) for (const fault of endpointIpFaults(text, ip.address)) to.invalid('endpoints/special-address', at, fault, options);
}

export function validateHostname(at: Cursor<string>, to: Refusals): void {
  const hostname = textOf(at);
  if (hostname !== undefined) for (const fault of dns1123LabelFaults(hostname)) to.invalid('endpoints/hostname', at, fault);
}

export function validateNodeName(at: Cursor<string>, to: Refusals): void {
  const name = textOf(at);
  if (name !== undefined) for (const fault of dns1123SubdomainFaults(name)) to.invalid('endpoints/node-name', at, fault);
}

export function validateEndpointPortName(at: Cursor<string>, to: Refusals): void {
  const name = textOf(at);
  if (name !== undefined && name !== '') for (const fault of dns1123LabelFaults(name)) to.invalid('endpoints/port-name', at, fault);
}

export function validateAppProtocol(at: Cursor<string>, to: Refusals): void {
  const protocol = pointerOf(at.string());
  if (typeof protocol === 'string') for (const fault of qualifiedNameFaults(protocol)) to.invalid('endpoints/app-protocol', at, fault);
}
