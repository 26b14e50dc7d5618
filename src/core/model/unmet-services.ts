import { directoryOf } from '../text/path.ts';
import { valueOf } from '../yaml/field.ts';
import type { SourceFile } from '../yaml/source-file.ts';
import { groupBy } from './group-by.ts';
import type { NearPodIndex } from './near-pod-index.ts';
import type { PodTemplate } from './pod.ts';
import { fileOf } from './resource.ts';
import type { Selection } from './selection.ts';
import type { Selector } from './selector.ts';
import { isSelecting, type Service } from './service.ts';

function pairsOf({ requirements }: Selector): ReadonlyMap<string, string> {
  return new Map(requirements.map(({ key, values }) => [key, values.map(value => valueOf(value) ?? '').join()]));
}

/** Whether two Services ask for pods that can be the same: they share a pair, and contradict each other in none. */
function mayShareSelection(a: Service, b: Service): boolean {
  const [left, right] = [pairsOf(a.selector), pairsOf(b.selector)];
  const common = [...left].filter(([key]) => right.has(key));
  return common.length > 0 && common.every(([key, value]) => right.get(key) === value);
}

/** Fewer tell no habit. */
const HABIT = 2;

/** Directories of which each file with Services that take pods holds these pods as well: one without them lacks its workload. */
function directoriesWithPods(services: readonly Service[], podsOf: (service: Service) => readonly PodTemplate[]): ReadonlySet<string> {
  const files = new Map<SourceFile, boolean>();
  for (const service of services) {
    const [file, pods] = [fileOf(service.resource), podsOf(service)];
    if (pods.length > 0) files.set(file, files.get(file) !== false && pods.some(({ workload }) => fileOf(workload) === file));
  }
  const directories = groupBy([...files], ([{ path }]) => directoryOf(path));
  return new Set([...directories].flatMap(([directory, held]) => (held.length >= HABIT && held.every(([, isTogether]) => isTogether) ? [directory] : [])));
}

/** What is known of the Services and pods of a scope. */
interface Scope {
  readonly services: readonly Service[];
  readonly nearPodIndex: NearPodIndex;
  readonly selectionOf: (service: Service) => Selection;
}

/** The Services of a scope that take no pods for certain. */
export class UnmetServices {
  readonly #near: NearPodIndex;
  readonly #unmet: readonly Service[];
  readonly #directories: ReadonlySet<string>;

  constructor({ services, nearPodIndex, selectionOf }: Scope) {
    const podsOf = (service: Service): readonly PodTemplate[] => selectionOf(service).sure;
    this.#near = nearPodIndex;
    this.#unmet = services.filter(service => isSelecting(service) !== 'no' && podsOf(service).length === 0);
    this.#directories = directoriesWithPods(services, podsOf);
  }

  /**
   * Whether this is the only question that the scope leaves open. Services that may select the same pods ask one, if workloads stand
   * beside one of them, or beside all others of its directory: without that, somebody else's pods are as likely.
   */
  isOneQuestion(service: Service): boolean {
    const isBeside = this.#isBesideWorkloads(service);
    return this.#unmet.every(other => other === service || (mayShareSelection(other, service) && (isBeside || this.#isBesideWorkloads(other))));
  }

  #isBesideWorkloads({ resource }: Service): boolean {
    return this.#directories.has(directoryOf(fileOf(resource).path)) || this.#near.besides(resource).length > 0;
  }
}
