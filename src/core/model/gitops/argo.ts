import type { Cursor } from '../../yaml/cursor.ts';
import type { Untyped } from '../../yaml/untyped.ts';
import type { Resource } from '../resource.ts';
import type { PatchTarget } from './flux.ts';

/** `source.kustomize`: what is written into the kustomization before it is built. */
export interface ApplicationKustomize {
  readonly namePrefix: string;
  readonly nameSuffix: string;
  readonly namespace: string;
  /** `name=newName:tag`, `name:tag` or `name@digest`. */
  readonly images: readonly string[];
  readonly replicas: readonly { readonly name: string; readonly count: number }[];
  readonly commonLabels: Readonly<Record<string, string>>;
  readonly labelWithoutSelector: boolean;
  readonly labelIncludeTemplates: boolean;
  readonly commonAnnotations: Readonly<Record<string, string>>;
  readonly patches: readonly {
    readonly path: string;
    readonly patch: string;
    readonly target: PatchTarget;
    readonly options: { readonly allowNameChange: boolean; readonly allowKindChange: boolean };
  }[];
  readonly components: readonly string[];
}

/** `source.helm`: what Helm is called with. */
export interface ApplicationHelm {
  readonly releaseName: string;
  readonly namespace: string;
  readonly valueFiles: readonly string[];
  readonly ignoreMissingValueFiles: boolean;
  readonly values: string;
  readonly valuesObject: Untyped;
  readonly parameters: readonly { readonly name: string; readonly value: string; readonly forceString: boolean }[];
  readonly fileParameters: readonly { readonly name: string; readonly path: string }[];
  readonly skipCrds: boolean;
}

/** `source.directory`: which manifests of a directory are applied. */
export interface ApplicationDirectory {
  readonly recurse: boolean;
  readonly include: string;
  readonly exclude: string;
}

export interface ApplicationSource {
  readonly repoURL: string;
  readonly path: string;
  readonly chart: string;
  readonly targetRevision: string;
  /** Name under which other sources of the Application find the files of this one. */
  readonly ref: string;
  readonly kustomize: ApplicationKustomize;
  readonly helm: ApplicationHelm;
  readonly directory: ApplicationDirectory;
  readonly plugin: Untyped;
}

/** `spec` of an Application of argoproj.io/v1alpha1. */
export interface ApplicationSpec {
  readonly source: ApplicationSource;
  readonly sources: readonly ApplicationSource[];
  readonly destination: { readonly server: string; readonly name: string; readonly namespace: string };
}

/** `spec` of an ApplicationSet: an Application with placeholders, and what fills them. */
export interface ApplicationSetSpec {
  readonly goTemplate: boolean;
  readonly generators: readonly Untyped[];
  readonly template: { readonly metadata: Untyped; readonly spec: ApplicationSpec };
  readonly templatePatch: string;
}

export function isApplication({ group, kind }: Resource): boolean {
  return group === 'argoproj.io' && kind === 'Application';
}

export function isApplicationSet({ group, kind }: Resource): boolean {
  return group === 'argoproj.io' && kind === 'ApplicationSet';
}

export function applicationSpecOf({ body }: Resource): Cursor<ApplicationSpec> {
  return body.get('spec').as<ApplicationSpec>();
}

export function applicationSetSpecOf({ body }: Resource): Cursor<ApplicationSetSpec> {
  return body.get('spec').as<ApplicationSetSpec>();
}

/** All sources of an Application: `sources` where it is given and holds any, else `source`. */
export function sourcesOf(spec: Cursor<ApplicationSpec>): readonly Cursor<ApplicationSource>[] {
  const several = spec.get('sources').items();
  if (several.length > 0) return several;
  const source = spec.get('source');
  return source.isPresent ? [source] : [];
}
