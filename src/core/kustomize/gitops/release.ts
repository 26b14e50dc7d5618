import type { Resource } from '../../model/resource.ts';
import type { Place } from '../../yaml/place.ts';
import type { YamlDocument } from '../../yaml/source-file.ts';
import type { BuildAdditions } from '../build.ts';
import type { Text } from '../kustomization.ts';
import type { AddedEntry } from './rewrite.ts';

/** Why what an object asks for cannot be applied as it is written. */
export interface ReleaseProblem {
  readonly kind: 'path-missing' | 'path-no-directory' | 'path-outside' | 'values-missing';
  /** What the tool says. */
  readonly answer: string;
  readonly at: Place;
  /** What it is about, as it is written. */
  readonly subject: string;
  /** A path that was perhaps meant. */
  readonly near?: string;
  /** Whether the repository that is meant is surely this one. */
  readonly isCertain: boolean;
}

/** Another object that has to be ready first. */
export interface Dependency {
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | undefined;
  readonly at: Place;
}

interface ReleaseHead {
  /** The Flux or Argo CD object that asks for it. */
  readonly from: Resource;
  /** Where it says what is applied: its path, chart or name. */
  readonly at: Place;
  /** Paused: it is applied once someone lets it (F-4). */
  readonly isSuspended: boolean;
  readonly dependsOn: readonly Dependency[];
  readonly problems: readonly ReleaseProblem[];
}

/** A kustomization of the repository, or a directory that Flux makes one of. */
export interface KustomizationRelease extends ReleaseHead {
  readonly kind: 'kustomization';
  /** Directory, report path. */
  readonly path: string;
  /** The directory has no kustomization: Flux makes one of all that is in it (`generateKustomization`). */
  readonly isGenerated: boolean;
  readonly additions: BuildAdditions;
  /** Whether files outside of the directory are refused: Flux takes them from the whole repository. */
  readonly isRestricted: boolean;
  /** Entries that every object gets after the build, by the path of their mapping (F-2). */
  readonly added: ReadonlyMap<string, readonly AddedEntry[]>;
  /** Namespace of objects that name none (F-6). */
  readonly defaultNamespace: Text | undefined;
  /** Patterns of the source in place of those that Flux leaves out. */
  readonly ignore: string | undefined;
}

/** Manifests of a directory, applied as they are by Argo CD. */
export interface DirectoryRelease extends ReleaseHead {
  readonly kind: 'directory';
  readonly path: string;
  /** Report paths of the manifests, in their order. */
  readonly files: readonly string[];
  readonly defaultNamespace: Text | undefined;
}

/** A layer of values for Helm: each overrides those before it. */
export type ValuesLayer =
  | { readonly kind: 'file'; readonly path: string; readonly at: Place; readonly isOptional: boolean }
  /** Values that are written in an object: `document` holds them alone, and its nodes know their places. */
  | {
      readonly kind: 'written';
      readonly document: YamlDocument;
      readonly text: string;
      readonly at: Place;
      /** Of a Secret: each value is unknown. */
      readonly isMasked?: boolean;
    }
  /** One value, as `--set` takes it. */
  | { readonly kind: 'set'; readonly name: string; readonly value: string; readonly isText: boolean; readonly isMasked?: boolean; readonly at: Place }
  /** Values that no file shows. */
  | { readonly kind: 'hidden'; readonly label: string; readonly at: Place };

/** A chart of the repository: what Helm is asked to render. */
export interface ChartRelease extends ReleaseHead {
  readonly kind: 'chart';
  /** Directory of the chart, report path. */
  readonly path: string;
  /** Undefined where it is not known. */
  readonly releaseName: string | undefined;
  readonly namespace: Text | undefined;
  readonly values: readonly ValuesLayer[];
  readonly includesCrds: boolean;
  /** Flux takes the files that a HelmRelease names in place of the chart's values.yaml. */
  readonly leavesOwnValues: boolean;
  /** Why what helm prints is not what is applied, a clause. */
  readonly obstacle: string | undefined;
}

/** What is applied is not among these files, or cannot be told. */
export interface UnseenRelease extends ReleaseHead {
  readonly kind: 'unseen';
  readonly why: 'other-repository' | 'chart-repository' | 'path-missing' | 'unknown-source' | 'templated' | 'plugin';
}

/** What a GitOps object applies. */
export type Release = KustomizationRelease | DirectoryRelease | ChartRelease | UnseenRelease;
