import { valueOf } from '../yaml/field.ts';
import { readEndpoints, readEndpointSlice, serviceNameOf, type Endpoints, type EndpointSlice, type WrittenEndpoints } from './endpoints.ts';
import { groupBy } from './group-by.ts';
import { sameNamespace } from './namespace.ts';
import type { Resource } from './resource.ts';
import { isEmpty } from './selector.ts';
import type { Service } from './service.ts';

/** Endpoints and EndpointSlices of the manifests, by the Service that they belong to. */
export class EndpointsIndex {
  readonly all: readonly WrittenEndpoints[];
  readonly #slices: ReadonlyMap<string | undefined, readonly EndpointSlice[]>;
  readonly #endpoints: ReadonlyMap<string | undefined, readonly Endpoints[]>;
  /** Objects that may belong to any Service of their namespace; one of each kind a namespace is enough to doubt. */
  readonly #unclear: readonly WrittenEndpoints[];

  constructor(endpoints: readonly Resource[], slices: readonly Resource[]) {
    const [readObjects, readSlices] = [endpoints.map(readEndpoints), slices.map(readEndpointSlice)];
    this.all = [...readObjects, ...readSlices];
    this.#slices = groupBy(readSlices, slice => valueOf(slice.serviceName));
    this.#endpoints = groupBy(readObjects, object => valueOf(object.resource.name));
    const unclear = this.all.filter(object => serviceNameOf(object).state === 'unknown');
    const byPlace = groupBy(unclear, ({ kind, resource }) => `${kind} ${valueOf(resource.namespace) ?? ''}`);
    this.#unclear = [...byPlace.values()].flatMap(group => group.slice(0, 1));
  }

  /** Slices whose label names the Service, in a namespace that is or may be its own. */
  slicesOf(service: Service): readonly EndpointSlice[] {
    return this.#near(service, this.#slices);
  }

  /** Endpoints with the name of the Service, in a namespace that is or may be its own. */
  endpointsOf(service: Service): readonly Endpoints[] {
    return this.#near(service, this.#endpoints);
  }

  /** A slice whose label is not known, or Endpoints whose name is not, so that it may belong to the Service. A selector leaves Endpoints aside. */
  findUnclear(service: Service): WrittenEndpoints | undefined {
    const reaches = ({ kind }: WrittenEndpoints): boolean => kind === 'EndpointSlice' || isEmpty(service.selector);
    return this.#unclear.find(object => reaches(object) && sameNamespace(service.resource, object.resource) !== 'no');
  }

  #near<T extends WrittenEndpoints>(service: Service, groups: ReadonlyMap<string | undefined, readonly T[]>): readonly T[] {
    const name = valueOf(service.resource.name);
    const group = name === undefined ? [] : (groups.get(name) ?? []);
    return group.filter(object => sameNamespace(service.resource, object.resource) !== 'no');
  }
}
