import { NO_KINDS, type Kinds } from '../schema/kinds.ts';
import { directoriesAbove, directoryOf } from '../text/path.ts';
import { valueOf } from '../yaml/field.ts';
import type { YamlDocument } from '../yaml/source-file.ts';
import { EndpointsIndex } from './endpoints-index.ts';
import { groupBy } from './group-by.ts';
import { isKustomizationPath } from './kustomization-file.ts';
import { sameNamespace } from './namespace.ts';
import { NearPodIndex } from './near-pod-index.ts';
import { PodIndex } from './pod-index.ts';
import { readPodTemplates } from './pod-template.ts';
import type { Container, PodTemplate } from './pod.ts';
import { openingBy, type Opening } from './opening.ts';
import type { Resource } from './resource.ts';
import { Run } from './run.ts';
import { buildSelection, candidatesOf, type Selection } from './selection.ts';
import { groupServices } from './service-groups.ts';
import { isEmpty } from './selector.ts';
import { UnmetServices } from './unmet-services.ts';
import { isSelecting, readService, type Service, type ServicePort } from './service.ts';
import type { Target } from './target.ts';

import type { ClusterInput } from './cluster-input.ts';

export type { Target } from './target.ts';

/** Where patches are kept, if the kustomization that uses them is not handed in. */
const PATCH_PATH = /(?:^|[/._-])patch(?:es)?(?:[/._-])/i;

const NONE: readonly never[] = [];
const NO_PODS: Selection = { sure: NONE, possible: NONE, elsewhere: NONE };

/** One scope: the objects that are applied together, with the indexes that rules and predictions ask. Read-only. */
export class Cluster {
  readonly scope: string;
  readonly named: boolean;
  readonly resources: readonly Resource[];
  readonly target: Target;
  readonly kinds: Kinds;
  /** Files of tools that have the form of objects and are not applied: what kind, kubeadm or k3d make the cluster from. */
  readonly toolFiles: readonly Resource[];
  /** Kustomizations whose objects these are. */
  readonly kustomizations: readonly YamlDocument[];
  /** All scopes of the run together. */
  readonly run: Run;
  readonly followed: ReadonlySet<Resource>;
  readonly #kustomized: ReadonlySet<string>;
  readonly #openings: readonly Opening[];
  readonly #alternatives: ReadonlySet<Resource>;
  #services: readonly Service[] | undefined;
  #servicePorts: readonly ServicePort[] | undefined;
  #containers: readonly Container[] | undefined;
  #servicesByName: ReadonlyMap<string, readonly Service[]> | undefined;
  #podTemplates: readonly PodTemplate[] | undefined;
  #podIndex: PodIndex | undefined;
  #endpoints: EndpointsIndex | undefined;
  #nearPodIndex: NearPodIndex | undefined;
  #selectors: ReadonlyMap<PodTemplate, readonly Service[]> | undefined;
  readonly #selections = new Map<Service, Selection>();
  #unmet: UnmetServices | undefined;
  #allOpenings: readonly Opening[] | undefined;
  #byKind: ReadonlyMap<string, readonly Resource[]> | undefined;
  #byName: ReadonlyMap<string, readonly Resource[]> | undefined;
  #byDocument: ReadonlyMap<YamlDocument, readonly Resource[]> | undefined;

  constructor(input: ClusterInput) {
    this.scope = input.scope;
    this.named = input.named;
    this.resources = input.resources;
    this.target = input.target;
    this.kinds = input.kinds ?? NO_KINDS;
    this.toolFiles = input.toolFiles ?? NONE;
    this.kustomizations = input.kustomizations ?? NONE;
    this.run = input.run ?? new Run([input.resources], input.openings);
    this.#kustomized = input.kustomized ?? new Set();
    this.#openings = input.openings;
    this.followed = new Set(input.followed);
    this.#alternatives = input.alternatives;
  }

  get servicePorts(): readonly ServicePort[] {
    this.#servicePorts ??= this.services.flatMap(service => service.ports);
    return this.#servicePorts;
  }

  get containers(): readonly Container[] {
    this.#containers ??= this.podTemplates.flatMap(pod => pod.containers);
    return this.#containers;
  }

  get services(): readonly Service[] {
    this.#services ??= this.ofKind('Service', '').map(readService);
    return this.#services;
  }

  get podTemplates(): readonly PodTemplate[] {
    this.#podTemplates ??= this.resources.flatMap(readPodTemplates);
    return this.#podTemplates;
  }

  get podIndex(): PodIndex {
    this.#podIndex ??= new PodIndex(this.podTemplates);
    return this.#podIndex;
  }

  /** Endpoints and EndpointSlices that the manifests write. */
  get endpoints(): EndpointsIndex {
    this.#endpoints ??= new EndpointsIndex(this.ofKind('Endpoints', ''), this.ofKind('EndpointSlice', 'discovery.k8s.io'));
    return this.#endpoints;
  }

  get nearPodIndex(): NearPodIndex {
    this.#nearPodIndex ??= new NearPodIndex(this.podTemplates);
    return this.#nearPodIndex;
  }

  /** Services that select or may select the pods of a template. */
  servicesOf(template: PodTemplate): readonly Service[] {
    this.#selectors ??= groupServices(this.services, service => (isSelecting(service) === 'no' ? NONE : candidatesOf(this.selectionOf(service))));
    return this.#selectors.get(template) ?? NONE;
  }

  /** Services with a name that are or may be in the namespace of `from`. */
  findServices(from: Resource, name: string): readonly Service[] {
    this.#servicesByName ??= groupBy(this.services, service => valueOf(service.resource.name) ?? '');
    return (this.#servicesByName.get(name) ?? NONE).filter(service => sameNamespace(from, service.resource) !== 'no');
  }

  /** Pod templates behind a Service. */
  selectionOf(service: Service): Selection {
    let selection = this.#selections.get(service);
    if (!selection) {
      // An empty selector of a Service takes no pods, where other selectors take all (S-009).
      selection = isEmpty(service.selector) ? NO_PODS : buildSelection(service.resource, service.selector, this.podIndex);
      this.#selections.set(service, selection);
    }
    return selection;
  }

  /** Whether a selecting Service surely takes no pod of the set. */
  meetsNoPods(service: Service): boolean {
    const { sure, possible } = this.selectionOf(service);
    return isSelecting(service) === 'yes' && sure.length === 0 && possible.length === 0;
  }

  /** Whether the set explains itself without this Service (design §2), so that "matches nothing" is evidence. */
  isSelfContainedWithout(service: Service): boolean {
    if (this.isOpen || this.podTemplates.length === 0) return false;
    this.#unmet ??= new UnmetServices({ services: this.services, nearPodIndex: this.nearPodIndex, selectionOf: service => this.selectionOf(service) });
    return this.#unmet.isOneQuestion(service);
  }

  /** Why the set may not hold everything: custom resources that make pods, documents that did not parse, fragments. */
  get openings(): readonly Opening[] {
    this.#allOpenings ??= [...this.#openings, ...this.resources.filter(resource => !this.followed.has(resource)).flatMap(openingBy)];
    return this.#allOpenings;
  }

  /** True when something that belongs to the scope was read in part only, so that nothing tells what else there is. */
  get hasUnread(): boolean {
    return this.openings.some(({ hinders, document }) => hinders === 'both' && document !== undefined && !isKustomizationPath(document.file.path));
  }

  /** True when all that belongs to the scope was read, so that no object of its files is missing here. */
  get isWhole(): boolean {
    return !this.openings.some(({ hinders }) => hinders === 'both');
  }

  /** True when objects may exist that no file shows. With `complete` only what could not be read keeps the set open. */
  get isOpen(): boolean {
    const harmless = this.target.complete ? 'evidence' : 'proof';
    return this.openings.some(opening => opening.hinders !== harmless);
  }

  /** Whether a missing object is proven to be missing. */
  get absenceProves(): boolean {
    return this.target.complete && !this.isOpen;
  }

  /** Objects of a kind; `groups` narrows, none takes all. */
  ofKind(kind: string, ...groups: readonly string[]): readonly Resource[] {
    this.#byKind ??= groupBy(this.resources, resource => resource.kind);
    const found = this.#byKind.get(kind) ?? NONE;
    return groups.length === 0 ? found : found.filter(resource => groups.includes(resource.group));
  }

  /** Objects of a kind with a name, in any namespace. */
  byName(kind: string, name: string): readonly Resource[] {
    this.#byName ??= groupBy(this.resources, resource => `${resource.kind}/${valueOf(resource.name) ?? ''}`);
    return this.#byName.get(`${kind}/${name}`) ?? NONE;
  }

  /** Objects of a kind with a name that are or may be in the namespace of `from`, the sure ones first. */
  find(from: Resource, kind: string, name: string): readonly Resource[] {
    const candidates = this.byName(kind, name).filter(resource => sameNamespace(from, resource) !== 'no');
    return [...candidates].sort((a, b) => Number(sameNamespace(from, a) !== 'yes') - Number(sameNamespace(from, b) !== 'yes'));
  }

  /** Objects that one document holds: several for a List. */
  inDocument(document: YamlDocument): readonly Resource[] {
    this.#byDocument ??= groupBy(this.resources, resource => resource.document);
    return this.#byDocument.get(document) ?? NONE;
  }

  /**
   * True for an object of a component, and for one that is read as it is written in a directory with a kustomization above it or in a file
   * that calls itself a patch: it may be a part of what is applied.
   */
  mayBeKustomized(resource: Resource): boolean {
    if (resource.document.origins) return this.#openings.some(({ hinders }) => hinders === 'both');
    return (
      PATCH_PATH.test(resource.document.file.path) ||
      (this.#kustomized.size > 0 && directoriesAbove(resource.document.file.path).some(directory => this.#kustomized.has(directory)))
    );
  }

  /** Whether two files are known to be applied together: in one directory, or because somebody says so (design §4.7). */
  appliesTogether(a: string, b: string): boolean {
    return this.named || this.target.complete || this.kustomizations.length > 0 || directoryOf(a) === directoryOf(b);
  }

  /** Whether two objects are known to be applied together: of two files beside each other one may be an alternative of the other. */
  areSurelyTogether(a: Resource, b: Resource): boolean {
    return this.named || this.target.complete || a.document.file === b.document.file;
  }

  /** True for an object that stands twice in one directory: only one of the two is applied, and which one is not known. */
  isAlternative(resource: Resource): boolean {
    return this.#alternatives.has(resource);
  }
}
