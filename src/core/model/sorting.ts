import { isWithin } from '../text/path.ts';
import type { SourceFile, YamlDocument } from '../yaml/source-file.ts';
import { Charts } from './charts.ts';
import { chartPathOf, draftCharts } from './draft-charts.ts';
import { draftKustomization, renderRoots, type RenderedDraft } from './draft-kustomizations.ts';
import { readKustomizationFile, type KustomizationFile } from './kustomization-file.ts';
import type { Opening } from './opening.ts';
import { readDocument, readPatch, type DocumentReading } from './read-documents.ts';
import type { RenderedChart } from './rendered-chart.ts';
import type { AppliedCluster, Followed, FollowReleases, InstallCharts, Rendering, RenderKustomization } from './rendering.ts';
import { type Resource } from './resource.ts';
import { faultyReleasesOf, type FaultyRelease } from './release-fault.ts';
import { openingsOf, partsOf, placeOpening, resourcesOf, type Part } from './scope-parts.ts';
import { splitScopes, type Placed, type ScopeDraft } from './split-scopes.ts';

/** A scope that the configuration names by the paths that belong to it. */
export interface NamedScope {
  readonly name: string;
  readonly includes: (path: string) => boolean;
}

/** A scope before anything is known of the cluster. */
export interface Draft {
  readonly name: string;
  readonly named: boolean;
  readonly resources: readonly Resource[];
  readonly openings: readonly Opening[];
  readonly kustomizations?: readonly YamlDocument[];
  readonly followed?: readonly Resource[] | undefined;
}

/** With what the charts make that objects of the scope install. */
function withInstalled(draft: Draft, install: InstallCharts): Draft {
  const { resources, openings, followed } = install(draft.resources);
  return {
    ...draft,
    resources: [...draft.resources, ...resources],
    openings: [...draft.openings, ...openings],
    followed: [...(draft.followed ?? []), ...followed],
  };
}

function draftPlain({ name, items, inside, isApart }: ScopeDraft<Part>): Draft {
  const openings = openingsOf(items);
  for (const directory of inside)
    openings.push({ reason: `objects of ${directory} stand in scopes of their own`, document: undefined, hinders: 'both', isElsewhere: true });
  if (!isApart) openings.push({ reason: 'objects of neighbouring directories may belong here', document: undefined, hinders: 'proof' });
  return { name, named: false, resources: resourcesOf(items), openings };
}

/** Part of an object, where a kustomization above names files in a way that is not known. */
function asPatch(reading: DocumentReading, vague: readonly string[]): DocumentReading {
  return reading.kind === 'fragment' && vague.some(directory => isWithin(reading.document.file.path, directory)) ? { ...reading, kind: 'patch' } : reading;
}

/** What decides which files are applied together, beside their own text. */
export interface SortingOptions {
  readonly scopes?: readonly NamedScope[] | undefined;
  /** Paths of which nothing is known although something stands there. */
  readonly unread?: readonly string[] | undefined;
  /** What makes the objects of a kustomization. Without it nothing is known of them. */
  readonly render?: RenderKustomization | undefined;
  /** What follows objects of GitOps tools to what they apply. */
  readonly follow?: FollowReleases | undefined;
  /** What helm made of charts. */
  readonly charts?: readonly RenderedChart[] | undefined;
}

const NOTHING: Followed = { clusters: [], faults: [] };

/** The files of a run, sorted into what is applied together (design §4.7). */
export class Sorting {
  readonly files: readonly SourceFile[];
  readonly charts: Charts;
  readonly kustomizations: readonly KustomizationFile[];
  readonly readings: readonly DocumentReading[];
  readonly renderings: readonly Rendering[];
  readonly #drafts: readonly RenderedDraft[];
  /** What helm made of charts. */
  readonly rendered: readonly RenderedChart[];
  /** Files that kustomizations take in. */
  readonly #taken: Set<string>;
  /** What GitOps tools apply. */
  readonly applied: readonly AppliedCluster[];
  readonly releases: readonly FaultyRelease[];
  readonly #named: readonly NamedScope[];
  readonly #unread: readonly string[];

  constructor(files: readonly SourceFile[], { scopes = [], unread = [], charts = [], render = () => undefined, follow = () => NOTHING }: SortingOptions) {
    this.files = files;
    this.#named = scopes;
    this.#unread = unread;
    this.charts = new Charts(files);
    const outside = files.filter(file => !this.charts.hold(file.path));
    this.kustomizations = outside.flatMap(file => readKustomizationFile(file) ?? []);
    this.#taken = new Set(this.kustomizations.flatMap(({ resources }) => resources.map(({ path }) => path)));
    const pathsOf = (field: 'patches' | 'data'): Set<string> => new Set(this.kustomizations.flatMap(file => file[field].map(({ path }) => path)));
    const [patches, data] = [pathsOf('patches'), pathsOf('data')];
    const vague = this.kustomizations.filter(file => file.hidesPaths).map(({ directory }) => directory);
    const byPath = new Map<string, readonly DocumentReading[]>();
    for (const { path, documents } of outside) {
      const isTaken = this.#taken.has(path);
      if (isTaken || !data.has(path))
        byPath.set(path, documents.map(!isTaken && patches.has(path) ? readPatch : document => asPatch(readDocument(document), vague)));
    }
    this.readings = [...byPath.values()].flat();
    const { clusters, faults } = follow(this.readings.flatMap(({ resources }) => resources));
    this.applied = clusters;
    this.releases = faultyReleasesOf(faults);
    for (const { taken } of this.applied) for (const path of taken) this.#taken.add(path);
    this.renderings = renderRoots(this.kustomizations, render, this.#appliedDirectories());
    this.rendered = charts;
    this.#drafts = [...this.renderings.map(draftKustomization), ...this.applied, ...draftCharts(charts)];
  }

  /** Directories of kustomizations that GitOps tools build, or take in where they apply a directory above. */
  #appliedDirectories(): ReadonlySet<string> {
    const built = this.applied.flatMap(({ renderings }) => renderings.map(({ directory }) => directory));
    const taken = this.kustomizations.filter(({ document }) => this.applied.some(each => each.taken.has(document.file.path)));
    return new Set([...built, ...taken.map(({ directory }) => directory)]);
  }

  draft(install?: InstallCharts): Draft[] {
    const drafts = [...this.#named.map(scope => this.#draftNamed(scope)), ...this.#draftRendered(), ...this.#draftPlain()];
    return install ? drafts.map(draft => withInstalled(draft, install)) : drafts;
  }

  isRendered(directory: string): boolean {
    // A chart that another one takes in is rendered as a part of it.
    return this.rendered.some(({ chart, files }) => chart === directory || files.has(chartPathOf(directory)));
  }

  #isNamed(path: string): boolean {
    return this.#named.some(scope => scope.includes(path));
  }

  /** A kustomization in a named scope belongs to it with all that it takes in. */
  #draftNamed({ name, includes }: NamedScope): Draft {
    const inScope = this.#drafts.filter(({ path }) => includes(path));
    const held = new Set(inScope.flatMap(({ sources }) => sources));
    const parts = this.readings.filter(({ document: { file } }) => includes(file.path) && !held.has(file)).flatMap(partsOf);
    return {
      name,
      named: true,
      resources: [...resourcesOf(parts), ...inScope.flatMap(({ resources }) => resources)],
      kustomizations: inScope.flatMap(({ instructions }) => instructions),
      openings: [
        ...openingsOf(parts),
        ...openingsOf([...this.#chartParts(path => includes(path) && !inScope.some(draft => draft.path === path)), ...this.#unreadParts(includes)]),
        ...inScope.flatMap(({ openings }) => openings),
      ],
      followed: inScope.flatMap(({ followed = [] }) => followed),
    };
  }

  #draftRendered(): Draft[] {
    return this.#drafts
      .filter(({ path }) => !this.#isNamed(path))
      .map(({ instructions, ...draft }) => ({ ...draft, named: false, kustomizations: instructions }));
  }

  #draftPlain(): Draft[] {
    const isPlain = (path: string): boolean => !this.#taken.has(path) && !this.#isNamed(path);
    const parts = this.readings.filter(({ document }) => isPlain(document.file.path)).flatMap(partsOf);
    const beside = this.kustomizations
      .filter(({ document }) => isPlain(document.file.path))
      .map(({ document, directory }) =>
        placeOpening(document.file.path, { reason: `the kustomization in ${directory} has objects of its own`, document, hinders: 'both', isElsewhere: true }),
      );
    const hidden = [...this.#chartParts(path => !this.#isNamed(path)), ...this.#unreadParts(path => !this.#isNamed(path))];
    return splitScopes([...parts, ...beside, ...hidden]).map(draftPlain);
  }

  #unreadParts(includes: (path: string) => boolean): Placed<Part>[] {
    return this.#unread
      .filter(includes)
      .map(path => placeOpening(path, { reason: `nothing is known of what is in ${path}`, document: undefined, hinders: 'both' }));
  }

  #chartParts(includes: (path: string) => boolean): Placed<Part>[] {
    const told = (directory: string): string => (this.isRendered(directory) ? 'has objects of its own' : 'is not rendered');
    return this.charts.outermost
      .map(directory => ({ directory, path: chartPathOf(directory) }))
      .filter(({ path }) => includes(path))
      .map(({ directory, path }) => placeOpening(path, { reason: `the chart in ${directory} ${told(directory)}`, document: undefined, hinders: 'both' }));
  }
}
