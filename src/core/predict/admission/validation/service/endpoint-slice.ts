import type { Endpoint, EndpointHints as Hints, EndpointPort, EndpointSlice } from 'kubernetes-types/discovery/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { dns1123LabelFaults, dns1123SubdomainFaults, labelValueFaults } from '../../formats.ts';
import { countOf, pointerOf, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { validateAppProtocol, validateEndpointIp, validateEndpointPortName, validateHostname, validateNodeName } from './endpoints-parts.ts';
import { LENIENT_UNTIL, readLegacyIp, validateLegacyIp, warnOfLegacyIp } from './ip-address.ts';
import { validateProtocol } from './port.ts';

/** With hints for nodes, which are newer than the types (1.33). */
interface EndpointHints extends Hints {
  readonly forNodes?: readonly { readonly name: string }[];
}

const ADDRESS_TYPES = ['FQDN', 'IPv4', 'IPv6'];
const [MOST_ENDPOINTS, MOST_ADDRESSES, MOST_PORTS, MOST_HINTS] = [1000, 100, 20_000, 8];

/** Controllers that write slices; of their addresses nobody is warned. */
const CONTROLLERS = ['endpointslice-controller.k8s.io', 'endpointslicemirroring-controller.k8s.io'];

/** An EndpointSlice (`ValidateEndpointSliceCreate`). */
export function validateEndpointSlice(object: Cursor, to: Refusals): void {
  const slice = object.as<EndpointSlice>();
  const [addressType, endpoints, ports] = [slice.get('addressType'), slice.get('endpoints'), slice.get('ports')];
  const type = textOf(addressType);
  if (type === '') to.required('endpoints/address-type-required', addressType);
  else if (type !== undefined && !ADDRESS_TYPES.includes(type)) to.notSupported('endpoints/address-type-unsupported', addressType, ADDRESS_TYPES);
  if ((countOf(endpoints) ?? 0) > MOST_ENDPOINTS) to.tooMany('endpoints/endpoint-count', endpoints, MOST_ENDPOINTS);
  else for (const endpoint of endpoints.items()) validateEndpoint(endpoint, type, to);
  if ((countOf(ports) ?? 0) > MOST_PORTS) to.tooMany('endpoints/port-count', ports, MOST_PORTS);
  else validateSlicePorts(ports, to);
  if (type === 'FQDN') to.warn('endpoints/fqdn-warning', addressType, 'spec.addressType: FQDN endpoints are deprecated', { since: 33 });
  warnOfAddresses(slice, to);
}

function validateEndpoint(endpoint: Cursor<Endpoint>, type: string | undefined, to: Refusals): void {
  const addresses = endpoint.get('addresses');
  const count = countOf(addresses);
  if (count === 0) to.required('endpoints/addresses-required', addresses, 'must contain at least 1 address');
  if ((count ?? 0) > MOST_ADDRESSES) to.tooMany('endpoints/address-count', addresses, MOST_ADDRESSES);
  for (const address of addresses.items()) validateAddress(address, type, to);
  if (typeof pointerOf(endpoint.get('nodeName').string()) === 'string') validateNodeName(endpoint.get('nodeName'), to);
  if (typeof pointerOf(endpoint.get('hostname').string()) === 'string') validateHostname(endpoint.get('hostname'), to);
  validateHints(endpoint.get('hints'), to);
}

function validateAddress(at: Cursor<string>, type: string | undefined, to: Refusals): void {
  if (type === 'FQDN') validateFqdn(at, to);
  if (type !== 'IPv4' && type !== 'IPv6') return;
  const text = textOf(at);
  const ip = validateLegacyIp('endpoints/address', at, to, { value: text });
  if (text === undefined || !ip) return;
  // The strict servers look no further at an address in an old form.
  const range = ip.hasLeadingZeros || ip.isMapped ? { until: LENIENT_UNTIL } : {};
  const isOfType = ip.address.family === (type === 'IPv4' ? 4 : 6);
  if (!isOfType) to.invalid('endpoints/address-family', at, `must be an ${type} address`, { ...range, field: at.parent?.fieldPath ?? '' });
  validateEndpointIp(at, to, range);
}

/** A DNS name of at least two labels; a dot may end it. */
function validateFqdn(at: Cursor<string>, to: Refusals): void {
  const text = textOf(at);
  const name = text?.replace(/\.$/, '');
  if (text === '') return void to.required('endpoints/address-required', at);
  if (name === undefined) return;
  const faults = dns1123SubdomainFaults(name);
  if (faults.length > 0) return void to.invalid('endpoints/domain', at, faults.join(','), { value: name });
  const labels = name.split('.');
  if (labels.length < 2) return void to.invalid('endpoints/domain', at, 'should be a domain with at least two segments separated by dots', { value: name });
  for (const label of labels) {
    const wrong = dns1123LabelFaults(label);
    if (wrong.length > 0) to.invalid('endpoints/domain', at, wrong.join(','), { value: label });
  }
}

function validateHints(hints: Cursor<Hints>, to: Refusals): void {
  const { forZones, forNodes } = { forZones: hints.get('forZones'), forNodes: hints.as<EndpointHints>().get('forNodes') };
  validateHintList(forZones, to, labelValueFaults);
  validateHintList(forNodes, to, dns1123SubdomainFaults, 34);
}

function validateHintList(list: Cursor<readonly { readonly name: string }[]>, to: Refusals, faultsOf: (name: string) => readonly string[], since = 21): void {
  const seen = new Set<string>();
  if ((countOf(list) ?? 0) > MOST_HINTS) return void to.tooMany('endpoints/hint-count', list, MOST_HINTS, { since });
  for (const item of list.items()) {
    const name = textOf(item.get('name'));
    if (name === undefined) continue;
    if (seen.has(name)) to.duplicate('endpoints/hint-duplicated', item.get('name'), { since });
    seen.add(name);
    for (const fault of faultsOf(name)) to.invalid('endpoints/hint', item.get('name'), fault, { since });
  }
}

function validateSlicePorts(ports: Cursor<EndpointPort[]>, to: Refusals): void {
  const seen = new Set<string>();
  for (const port of ports.items()) {
    const name = textOf(port.get('name'));
    validateEndpointPortName(port.get('name'), to);
    validateProtocol(port.get('protocol'), to);
    validateAppProtocol(port.get('appProtocol'), to);
    if (name === undefined || ports.isOpen) continue;
    if (seen.has(name)) to.duplicate('endpoints/port-name-duplicated', port.get('name'));
    seen.add(name);
  }
}

/** Addresses in other forms than the canonical one, whatever the type says they are. */
function warnOfAddresses(slice: Cursor<EndpointSlice>, to: Refusals): void {
  const manager = slice.get('metadata').get('labels').as<Readonly<Record<string, string>>>().get('endpointslice.kubernetes.io/managed-by');
  const name = textOf(manager);
  const isName = textOf(slice.get('addressType')) === 'FQDN';
  if (name === undefined || CONTROLLERS.includes(name)) return;
  for (const endpoint of slice.get('endpoints').items()) {
    for (const address of endpoint.get('addresses').items()) {
      if (readLegacyIp(textOf(address) ?? '')) warnOfLegacyIp(address, to, isName ? {} : { until: LENIENT_UNTIL });
    }
  }
}
