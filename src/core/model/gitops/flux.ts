import type { Cursor } from '../../yaml/cursor.ts';
import type { Untyped } from '../../yaml/untyped.ts';
import type { Resource } from '../resource.ts';

/** Names an object of a kind, in the namespace of the one that names it where it says no other. */
export interface CrossReference {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
}

interface Dependency {
  readonly name: string;
  readonly namespace: string;
}

/** What a patch of a Flux Kustomization applies to, in the words of kustomize. */
export interface PatchTarget {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly labelSelector: string;
  readonly annotationSelector: string;
}

interface SubstituteReference {
  readonly kind: string;
  readonly name: string;
  readonly optional: boolean;
}

/** `spec` of a Kustomization of kustomize.toolkit.fluxcd.io/v1 and v1beta2. */
export interface FluxKustomizationSpec {
  readonly path: string;
  readonly sourceRef: CrossReference;
  readonly targetNamespace: string;
  readonly namePrefix: string;
  readonly nameSuffix: string;
  readonly patches: readonly { readonly patch: string; readonly target: PatchTarget }[];
  readonly components: readonly string[];
  readonly images: readonly { readonly name: string; readonly newName: string; readonly newTag: string; readonly digest: string }[];
  readonly commonMetadata: { readonly labels: Readonly<Record<string, string>>; readonly annotations: Readonly<Record<string, string>> };
  readonly postBuild: {
    readonly substitute: Readonly<Record<string, string>>;
    readonly substituteFrom: readonly SubstituteReference[];
    readonly substituteStrategy: string;
  };
  readonly dependsOn: readonly Dependency[];
  readonly suspend: boolean;
}

/** A source of values beside those that are written in a HelmRelease. */
export interface ValuesReference {
  readonly kind: string;
  readonly name: string;
  readonly valuesKey: string;
  readonly targetPath: string;
  readonly optional: boolean;
}

/** `spec` of a HelmRelease of helm.toolkit.fluxcd.io/v2, v2beta1 and v2beta2. */
export interface HelmReleaseSpec {
  readonly chart: {
    readonly spec: {
      readonly chart: string;
      readonly version: string;
      readonly sourceRef: CrossReference;
      readonly valuesFiles: readonly string[];
      readonly ignoreMissingValuesFiles: boolean;
    };
  };
  readonly chartRef: CrossReference;
  readonly releaseName: string;
  readonly targetNamespace: string;
  readonly storageNamespace: string;
  readonly postRenderers: readonly Untyped[];
  readonly values: Untyped;
  readonly valuesFrom: readonly ValuesReference[];
  readonly dependsOn: readonly Dependency[];
  readonly suspend: boolean;
}

/** `spec` of the sources of source.toolkit.fluxcd.io. */
export interface SourceSpec {
  readonly url: string;
  readonly ref: { readonly branch: string; readonly tag: string; readonly semver: string; readonly name: string; readonly commit: string };
  /** Patterns of paths that are left out, in place of those that always are. */
  readonly ignore: string;
}

export function isFluxKustomization({ group, kind }: Resource): boolean {
  return group === 'kustomize.toolkit.fluxcd.io' && kind === 'Kustomization';
}

export function isHelmRelease({ group, kind }: Resource): boolean {
  return group === 'helm.toolkit.fluxcd.io' && kind === 'HelmRelease';
}

/** GitRepository, OCIRepository, HelmRepository, Bucket: where Flux gets what it applies. */
export function isFluxSource({ group }: Resource): boolean {
  return group === 'source.toolkit.fluxcd.io';
}

export function fluxKustomizationSpecOf({ body }: Resource): Cursor<FluxKustomizationSpec> {
  return body.get('spec').as<FluxKustomizationSpec>();
}

export function helmReleaseSpecOf({ body }: Resource): Cursor<HelmReleaseSpec> {
  return body.get('spec').as<HelmReleaseSpec>();
}

export function sourceSpecOf({ body }: Resource): Cursor<SourceSpec> {
  return body.get('spec').as<SourceSpec>();
}
