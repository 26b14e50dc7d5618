import type { ImageEntry, Kustomization } from './kustomization.ts';

/** What a GitOps tool adds to a kustomization before it builds it (F-2, F-6). */
export interface BuildAdditions {
  /** Replaces the kustomization's own. */
  readonly overrides: Partial<Pick<Kustomization, 'namespace' | 'namePrefix' | 'nameSuffix'>>;
  /** Appended to the kustomization's own; images are merged by name. */
  readonly appended: Partial<Pick<Kustomization, 'patches' | 'components' | 'images' | 'replicas' | 'labels' | 'commonAnnotations'>>;
}

/** An image of the same name is replaced, another one is added (F-2). */
function mergeImages(own: readonly ImageEntry[], added: readonly ImageEntry[]): ImageEntry[] {
  const images = [...own];
  for (const image of added) {
    const at = images.findIndex(({ name }) => name.value === image.name.value);
    if (at === -1) images.push(image);
    else images[at] = image;
  }
  return images;
}

/** The kustomization that a GitOps tool builds in place of the written one. */
export function addTo(kustomization: Kustomization, { overrides, appended }: BuildAdditions): Kustomization {
  return {
    ...kustomization,
    ...overrides,
    patches: [...kustomization.patches, ...(appended.patches ?? [])],
    components: [...kustomization.components, ...(appended.components ?? [])],
    replicas: [...kustomization.replicas, ...(appended.replicas ?? [])],
    labels: [...kustomization.labels, ...(appended.labels ?? [])],
    commonAnnotations: [...kustomization.commonAnnotations, ...(appended.commonAnnotations ?? [])],
    images: mergeImages(kustomization.images, appended.images ?? []),
  };
}
