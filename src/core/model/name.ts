/** Words that say of what kind or form an object is and not what it is for. */
const KIND_WORDS = new Set([
  'service',
  'svc',
  'deployment',
  'deploy',
  'statefulset',
  'sts',
  'daemonset',
  'ds',
  'rc',
  'rs',
  'replicaset',
  'pod',
  'pods',
  'workload',
  'lb',
  'loadbalancer',
  'nodeport',
  'clusterip',
  'headless',
  'hs',
  'cs',
  'internal',
  'external',
  'pdb',
  'hpa',
  'vpa',
]);

/** What a name is about: `web-svc`, `web-deployment` and `web-headless` are all about `web`. */
export function stripKindWords(name: string): string {
  const words = name.split('-').filter(word => !KIND_WORDS.has(word));
  return words.length === 0 ? name : words.join('-');
}
