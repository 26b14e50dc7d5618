import type { EndpointAddress } from 'kubernetes-types/core/v1.d.ts';
import type { SubsetAddress } from '../../model/endpoints.ts';
import { valueOf } from '../../yaml/field.ts';
import type { PredictedPort } from './types.ts';

/** A subset of Endpoints with its ports read. */
export interface ReadSubset {
  readonly ports: readonly PredictedPort[];
  readonly addresses: readonly SubsetAddress[];
}

/** An address with the state that it has on the ports of its subset. */
export interface StoredAddress {
  readonly ip: string;
  readonly hostname: string | undefined;
  readonly ready: boolean;
}

export interface StoredSubset {
  readonly ports: readonly PredictedPort[];
  readonly addresses: readonly StoredAddress[];
}

interface Offer {
  /** Undefined stands for addresses of subsets without ports. */
  readonly port: PredictedPort | undefined;
  readonly ready: Map<string, boolean>;
}

function identityOf(address: SubsetAddress): string {
  const uid = valueOf(address.body.as<EndpointAddress>().get('targetRef').get('uid').string());
  return `${valueOf(address.ip) ?? ''} ${uid ?? ''}`;
}

/** Which addresses offer each port. Where an address stands twice, not ready wins. */
function offersOf(subsets: readonly ReadSubset[]): readonly Offer[] {
  const offers = new Map<string, Offer>();
  for (const { ports, addresses } of subsets)
    for (const port of ports.length > 0 ? ports : [undefined]) {
      const key = port ? JSON.stringify([port.name, port.protocol, port.port, port.appProtocol]) : '';
      const offer = offers.get(key) ?? { port, ready: new Map<string, boolean>() };
      offers.set(key, offer);
      for (const address of addresses) offer.ready.set(identityOf(address), address.ready && offer.ready.get(identityOf(address)) !== false);
    }
  return [...offers.values()];
}

/**
 * The subsets as the API server stores them: it takes the written ones apart by port and puts together the ports that the
 * same addresses offer. Of an address that stands several times, the first gives the host name.
 */
export function repackSubsets(subsets: readonly ReadSubset[]): readonly StoredSubset[] {
  const hostnames = new Map<string, string | undefined>();
  for (const address of subsets.flatMap(subset => subset.addresses))
    if (!hostnames.has(identityOf(address))) hostnames.set(identityOf(address), valueOf(address.hostname));
  const stored = new Map<string, { ports: PredictedPort[]; addresses: readonly StoredAddress[] }>();
  for (const { port, ready } of offersOf(subsets)) {
    const key = [...ready]
      .map(([identity, state]) => `${identity} ${String(state)}`)
      .sort()
      .join();
    const addresses = [...ready].map(([identity, state]) => ({ ip: identity.split(' ')[0] ?? '', hostname: hostnames.get(identity), ready: state }));
    const subset = stored.get(key) ?? { ports: [], addresses };
    stored.set(key, subset);
    if (port) subset.ports.push(port);
  }
  return [...stored.values()];
}
