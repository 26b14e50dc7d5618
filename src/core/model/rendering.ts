import type { Place } from '../yaml/place.ts';
import type { SourceFile, YamlDocument } from '../yaml/source-file.ts';
import type { Opening } from './opening.ts';
import type { ReleaseFault } from './release-fault.ts';
import type { Resource } from './resource.ts';

/** A text that would have to stand in the place of another one. */
export interface Mend {
  readonly at: Place;
  readonly was: string;
  readonly text: string;
}

/** Why a tool does not make what its files ask for, told by its own words. */
export interface RenderingFault {
  /** The cause, in the words of the tool that renders: rules select by it. */
  readonly kind: string;
  /** What the tool itself says; undefined where it says nothing and makes something else than is written. */
  readonly answer?: string;
  readonly at: Place;
  /** What it is about, as it is written: a path, a field, a name. */
  readonly subject: string;
  /** What was perhaps meant. */
  readonly near?: string;
  /** What would have to be written for that. */
  readonly mends?: readonly Mend[];
  readonly related?: readonly { readonly at: Place; readonly note: string }[];
  /** Directory of the kustomization or chart that it belongs to. */
  readonly directory: string;
}

/** What could not be rendered: objects may be missing, or other than they will be. */
export interface Gap {
  readonly reason: string;
  readonly document: YamlDocument;
}

/** What a tool makes of source files before anything is applied. Its documents know where each of their nodes was written. */
export interface Rendering {
  /** Directory of the kustomization or chart. */
  readonly directory: string;
  readonly documents: readonly YamlDocument[];
  readonly gaps: readonly Gap[];
  readonly faults: readonly RenderingFault[];
  /** What ends no rendering and hardly does what is meant. */
  readonly remarks: readonly RenderingFault[];
  /** Files that say what is made: kustomizations, values. */
  readonly instructions: readonly YamlDocument[];
  /** All files that took part, those too that the run was not asked to lint. */
  readonly sources: readonly SourceFile[];
  /** True for a part that others apply to objects of theirs: a component. */
  readonly isPart: boolean;
  /** A kustomization outside of the run that takes this one in: what is applied may be changed there. */
  readonly takenBy: string | undefined;
}

/** What GitOps tools apply to one cluster: the sets that their objects lead to. */
export interface AppliedCluster {
  /** The file of the object that someone applies by hand. */
  readonly path: string;
  readonly name: string;
  readonly resources: readonly Resource[];
  /** Kustomizations that are built for it: they are no scopes of their own. */
  readonly renderings: readonly Rendering[];
  /** Paths of all files that took part. */
  readonly taken: ReadonlySet<string>;
  readonly sources: readonly SourceFile[];
  readonly instructions: readonly YamlDocument[];
  readonly openings: readonly Opening[];
  /** Objects all of which they make is in the scope. */
  readonly followed: readonly Resource[];
}

/** What the objects of GitOps tools lead to. */
export interface Followed {
  readonly clusters: readonly AppliedCluster[];
  readonly faults: readonly ReleaseFault[];
}

/** Follows the objects of GitOps tools to what they apply. */
export type FollowReleases = (resources: readonly Resource[]) => Followed;

/** What the charts of the repository that objects of one scope install put beside them. */
export interface Installed {
  readonly resources: readonly Resource[];
  readonly openings: readonly Opening[];
  /** Objects all of which they make is in the scope. */
  readonly followed: readonly Resource[];
}

/** Finds what helm made of the charts that objects of a scope install. */
export type InstallCharts = (resources: readonly Resource[]) => Installed;

/** Sources and values of releases may stand anywhere in the run. */
export type InstallChartsOf = (run: readonly Resource[]) => InstallCharts;

/** Renders the kustomization of a directory; undefined where there is none. */
export type RenderKustomization = (directory: string) => Rendering | undefined;
