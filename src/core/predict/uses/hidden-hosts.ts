import type { Cluster } from '../../model/cluster.ts';

const HIDDEN = new WeakMap<Cluster, boolean>();

function findHidden(cluster: Cluster): boolean {
  return cluster.podTemplates.some(pod =>
    pod.containers.some(({ body }) => {
      const texts = [
        ...body
          .get('env')
          .items()
          .map(variable => variable.get('value')),
        ...body.get('args').items(),
        ...body.get('command').items(),
      ];
      return texts.some(text => text.string().state === 'unknown');
    }),
  );
}

/** Whether a variable or an argument is a placeholder, behind which a host name may stand: then a Service may have clients that are not seen. */
export function mayHideHosts(cluster: Cluster): boolean {
  let hidden = HIDDEN.get(cluster);
  if (hidden === undefined) {
    hidden = findHidden(cluster);
    HIDDEN.set(cluster, hidden);
  }
  return hidden;
}
