import type { YamlDocument } from '../yaml/source-file.ts';
import type { Fault } from './fault.ts';
import type { BuildFiles } from './files.ts';
import type { Kustomization } from './kustomization.ts';

/** What a GitOps tool adds to a kustomization before it builds it (F-2, F-6). */
export interface BuildAdditions {
  /** Replaces the kustomization's own. */
  readonly overrides: Partial<Pick<Kustomization, 'namespace' | 'namePrefix' | 'nameSuffix'>>;
  /** Appended to the kustomization's own; images are merged by name. */
  readonly appended: Partial<Pick<Kustomization, 'patches' | 'components' | 'images' | 'replicas' | 'labels' | 'commonAnnotations'>>;
}

export interface BuildOptions {
  readonly files: BuildFiles;
  /** False lets files lie outside of the directory of their kustomization, as Flux does (K-053). */
  readonly restrict?: boolean;
  readonly additions?: BuildAdditions;
}

/** What `kustomize build` makes of a directory. */
export interface Build {
  readonly directory: string;
  /** What `kubectl kustomize` prints; of a build with faults, what is left of it. */
  readonly text: string;
  /** The documents of `text`, with their origins. */
  readonly documents: readonly YamlDocument[];
  /** In the order in which kustomize meets them. */
  readonly faults: readonly Fault[];
  /** Notes on stderr that end no build: deprecated fields, vars that nothing uses. */
  readonly warnings: readonly string[];
  /** The kustomization and all that it takes in. */
  readonly kustomizations: readonly Kustomization[];
  /** Paths of all files that took part: resources, patches, data. */
  readonly files: ReadonlySet<string>;
}
