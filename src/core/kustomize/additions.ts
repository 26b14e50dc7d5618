import type { BuildAdditions } from './build.ts';
import type { ImageEntry, Kustomization } from './kustomization.ts';

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
