import type { EndpointAddress, EndpointPort, EndpointSubset, Endpoints } from 'kubernetes-types/core/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { countOf, pointerOf, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import type { KindValidator, ValidatorTable } from '../../validator.ts';
import { validateAppProtocol, validateEndpointIp, validateEndpointPortName, validateHostname, validateNodeName } from './endpoints-parts.ts';
import { validateEndpointSlice } from './endpoint-slice.ts';
import { LENIENT_UNTIL, readLegacyIp, validateLegacyIp, warnOfLegacyIp } from './ip-address.ts';
import { validatePortNumber, validateProtocol } from './port.ts';

/** Endpoints (`ValidateEndpoints`). */
function validateEndpoints(object: Cursor, to: Refusals): void {
  const endpoints = object.as<Endpoints>();
  for (const subset of endpoints.get('subsets').items()) validateEndpointSubset(subset, to);
  warnOfAddresses(endpoints, to);
}

/** Addresses in other forms than the canonical one; nobody is warned of those that the controller copies. */
function warnOfAddresses(endpoints: Cursor<Endpoints>, to: Refusals): void {
  const manager = textOf(endpoints.get('metadata').get('labels').as<Readonly<Record<string, string>>>().get('endpoints.kubernetes.io/managed-by'));
  if (manager === undefined || manager === 'endpoint-controller') return;
  for (const subset of endpoints.get('subsets').items()) {
    const addresses = [subset.get('addresses'), subset.get('notReadyAddresses')].flatMap(list => list.items());
    for (const address of addresses) warnOfLegacyIp(address.get('ip'), to, { until: LENIENT_UNTIL });
  }
}

function validateEndpointSubset(subset: Cursor<EndpointSubset>, to: Refusals): void {
  const lists = [subset.get('addresses'), subset.get('notReadyAddresses')];
  if (lists.every(list => countOf(list) === 0)) to.required('endpoints/addresses-required', subset, 'must specify `addresses` or `notReadyAddresses`');
  for (const address of lists.flatMap(list => list.items())) validateEndpointAddress(address, to);
  const ports = subset.get('ports');
  const count = countOf(ports);
  for (const port of ports.items()) validateEndpointPort(port, to, count !== undefined && count > 1);
}

function validateEndpointAddress(address: Cursor<EndpointAddress>, to: Refusals): void {
  const ip = address.get('ip');
  const text = textOf(ip);
  validateLegacyIp('endpoints/address', ip, to);
  if (text !== undefined && !readLegacyIp(text)) to.invalid('endpoints/address', ip, 'must be a valid IP address');
  validateEndpointIp(ip, to);
  const [hostname, nodeName] = [textOf(address.get('hostname')), pointerOf(address.get('nodeName').string())];
  if (hostname !== undefined && hostname !== '') validateHostname(address.get('hostname'), to);
  if (typeof nodeName === 'string') validateNodeName(address.get('nodeName'), to);
}

function validateEndpointPort(port: Cursor<EndpointPort>, to: Refusals, isOneOfSeveral: boolean): void {
  const name = port.get('name');
  if (textOf(name) === '' && isOneOfSeveral) to.required('endpoints/port-name-required', name);
  validateEndpointPortName(name, to);
  validatePortNumber(port.get('port'), to);
  validateProtocol(port.get('protocol'), to);
  validateAppProtocol(port.get('appProtocol'), to);
}

const ENDPOINTS: KindValidator = { scope: 'Namespaced', validate: validateEndpoints };
const ENDPOINT_SLICE: KindValidator = { scope: 'Namespaced', validate: validateEndpointSlice };

export const ENDPOINTS_VALIDATORS: ValidatorTable = { '/Endpoints': ENDPOINTS, 'discovery.k8s.io/EndpointSlice': ENDPOINT_SLICE };
