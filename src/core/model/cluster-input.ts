import type { Kinds } from '../schema/kinds.ts';
import type { YamlDocument } from '../yaml/source-file.ts';
import type { Opening } from './opening.ts';
import type { Resource } from './resource.ts';
import type { Run } from './run.ts';
import type { Target } from './target.ts';

/** What a scope is built from. */
export interface ClusterInput {
  /** Name of the scope: a path, or empty for a run with one scope. */
  readonly scope: string;
  /** True when the configuration names the scope: then its objects are known to be applied together. */
  readonly named: boolean;
  readonly resources: readonly Resource[];
  readonly openings: readonly Opening[];
  readonly alternatives: ReadonlySet<Resource>;
  /** Objects all of which they make is in the scope. */
  readonly followed?: readonly Resource[] | undefined;
  /** Files of tools that tell about the cluster: kind, kubeadm, k3d. */
  readonly toolFiles?: readonly Resource[];
  /** Kustomizations whose objects these are. */
  readonly kustomizations?: readonly YamlDocument[];
  readonly target: Target;
  /** Directories with a kustomization, in whatever scope. */
  readonly kustomized?: ReadonlySet<string> | undefined;
  /** The kinds that the API server knows, those of the input's own definitions among them. */
  readonly kinds?: Kinds | undefined;
  /** All scopes together; where it is not given, this one is all. */
  readonly run?: Run;
}
