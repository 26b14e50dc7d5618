import type { Service } from '../../model/service.ts';
import { valueOf, type Field } from '../../yaml/field.ts';
import type { AddressFamily, Environment } from './environment.ts';
import type { Predicted } from './types.ts';

function isFamily(name: string | undefined): name is AddressFamily {
  return name === 'IPv4' || name === 'IPv6';
}

/** Families of cluster IPs that are written. "None" tells nothing. */
function readAddressed(service: Service): readonly Field<string>[] {
  const list = service.spec.get('clusterIPs').as<readonly string[]>();
  return list.isPresent ? list.items().map(address => address.string()) : [service.clusterIP];
}

function familyOfAddress(address: Field<string>): AddressFamily | undefined {
  const text = valueOf(address);
  if (text === undefined || text === '' || text === 'None') return undefined;
  return text.includes(':') ? 'IPv6' : 'IPv4';
}

function readWritten(service: Service): readonly AddressFamily[] {
  const listed = service.spec
    .get('ipFamilies')
    .as<readonly string[]>()
    .items()
    .map(family => valueOf(family.string()))
    .filter(isFamily);
  return listed.length > 0 ? listed : readAddressed(service).map(familyOfAddress).filter(isFamily);
}

/** Address families of a Service as the API server fills them in (S-089, S-090). */
export function predictFamilies(service: Service, environment: Environment): Predicted<readonly AddressFamily[]> {
  const families = service.spec.get('ipFamilies').as<readonly string[]>();
  const policy = service.spec.get('ipFamilyPolicy').string();
  const hidden = [policy, ...families.items().map(family => family.string()), ...readAddressed(service)].find(field => field.state === 'unknown');
  if (families.isUnknown || hidden) return { doubt: { reason: 'its address families are not known', at: hidden?.at ?? families.at } };
  const written = readWritten(service);
  const [primary = environment.families[0], ...others] = written;
  if ((valueOf(policy) ?? 'SingleStack') === 'SingleStack') return { value: [primary] };
  const both = new Set([primary, ...others, ...environment.families]);
  return { value: [...both] };
}
