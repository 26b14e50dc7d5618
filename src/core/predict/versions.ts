import { stripKindWords } from '../model/name.ts';
import type { PodTemplate } from '../model/pod.ts';
import { valueOf } from '../yaml/field.ts';

const VERSION_WORDS =
  'canary|blue|green|primary|secondary|stable|baseline|preview|current|next|new|old|alpha|beta|experiment|experimental|production|prod|test|a|b|red|black|yellow';
const VERSION_SUFFIX = new RegExp(`(?:[-_.]?v?\\d+(?:[-.]\\d+)*|[-_.](?:${VERSION_WORDS}))$`, 'i');

/** A name without the words that tell versions of one application apart. */
export function stripVersion(name: string): string {
  let stripped = name;
  for (let i = 0; i < 3; i++) {
    const shorter = stripped.replace(VERSION_SUFFIX, '');
    if (shorter === '' || shorter === stripped) break;
    stripped = shorter;
  }
  return stripped;
}

function repositoryOf(image: string): string {
  const name = image.replace(/@.*$/, '').replace(/:[\w.-]+$/, '');
  return stripVersion(name.slice(name.lastIndexOf('/') + 1));
}

function repositories({ containers }: PodTemplate): ReadonlySet<string> {
  return new Set(containers.filter(({ role }) => role !== 'init').map(({ image }) => repositoryOf(valueOf(image) ?? '')));
}

/** Whether two workloads run one program, as canaries, versions and shards do. An unknown image may be any. */
export function mayRunSameProgram(a: PodTemplate, b: PodTemplate): boolean {
  const [one, other] = [repositories(a), repositories(b)];
  return a.containersOpen || b.containersOpen || [...one].some(name => name === '' || other.has(name)) || other.has('');
}

/** Whether two workloads are or may be named as versions or forms of one application: `web-v1` and `web-v2`, `web` and `web-canary`, `db` and `db-statefulset`. */
export function areNamedAsVersions(a: PodTemplate, b: PodTemplate): boolean {
  const [one, other] = [valueOf(a.workload.name), valueOf(b.workload.name)];
  return one === undefined || other === undefined || stripVersion(stripKindWords(one)) === stripVersion(stripKindWords(other));
}
