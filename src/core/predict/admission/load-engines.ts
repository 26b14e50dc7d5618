import type { Cluster } from '../../model/cluster.ts';
import { needsCel } from './needs-cel.ts';
import type { Engines } from './validator.ts';
import { isCommon } from './validators.ts';

/** The engines that the objects of some scopes need; each is a chunk of its own. */
export async function loadEngines(clusters: readonly Cluster[]): Promise<Engines> {
  const [isRare, isCel] = [
    clusters.some(({ resources }) => !resources.every(isCommon)),
    clusters.some(({ resources, kinds }) => resources.some(resource => needsCel(resource, kinds))),
  ];
  const further = isRare ? await import('./further-validators.ts') : undefined;
  const engine = isCel ? await import('../cel/create-cel.ts') : undefined;
  return { validators: further?.FURTHER_VALIDATORS, cel: engine?.createCel() };
}
