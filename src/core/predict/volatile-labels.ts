import type { PodTemplate } from '../model/pod.ts';
import type { Requirement, Selector } from '../model/selector.ts';
import type { Service } from '../model/service.ts';
import { valueOf } from '../yaml/field.ts';

/** Why a label has another value with every release. */
export type Volatility = 'hash' | 'chart' | 'version' | 'build' | 'image-tag';

/** The reason as a clause that reads alone. */
export const VOLATILE_BECAUSE: Readonly<Record<Volatility, string>> = {
  hash: 'a controller gives it a new value with every revision of the pods',
  chart: 'the value holds the version of the chart',
  version: 'the value is the version of the application',
  build: 'the value tells one build',
  'image-tag': 'the value equals the tag of an image of the pods',
};

/** Labels that a controller renews with every revision of the pods (S-019, S-021). */
const HASHES = new Set(['pod-template-hash', 'controller-revision-hash', 'rollouts-pod-template-hash', 'pod-template-generation']);
const CHARTS = new Set(['helm.sh/chart', 'chart']);
const BUILD = /(?:^|[-_./])(?:commit(?:-?(?:id|sha|hash))?|git-?(?:commit|sha|hash|rev|ref)|sha|build(?:-?(?:id|number))?|image-?tag)$/i;
const RELEASE = /^v?\d+\.\d+|^[0-9a-f]{7,40}$|[-_.][0-9a-f]{7,40}$/;

/** The tag of an image; undefined for one without, and for a tag that releases do not change. */
export function tagOf(image: string): string | undefined {
  const [, tag] = /:([\w][\w.-]*)(?:@.*)?$/.exec(image) ?? [];
  return tag === undefined || /^(?:latest|stable|main|master|v?\d+)$/.test(tag) ? undefined : tag;
}

function equalsTag(value: string, templates: readonly PodTemplate[]): boolean {
  return templates.some(({ containers }) => containers.some(({ image }) => tagOf(valueOf(image) ?? '') === value));
}

/** Whether a selected pair changes with every release of the pods, and why. */
export function findVolatility({ key, values }: Requirement, templates: readonly PodTemplate[]): Volatility | undefined {
  const [first] = values;
  const value = first && valueOf(first);
  if (HASHES.has(key)) return 'hash';
  if (value === undefined) return undefined;
  if (CHARTS.has(key) && /-v?\d+[.\d]*/.test(value)) return 'chart';
  if (key === 'app.kubernetes.io/version') return 'version';
  const isTag = equalsTag(value, templates) && RELEASE.test(value);
  if (BUILD.test(key) && (isTag || RELEASE.test(value))) return 'build';
  return isTag ? 'image-tag' : undefined;
}

function isIn(requirement: Requirement, selector: Selector): boolean {
  return selector.requirements.some(other => {
    const [a, b] = [requirement.values[0], other.values[0]];
    return other.key === requirement.key && (a?.state !== 'known' || b?.state !== 'known' || a.value === b.value);
  });
}

/** Whether two selectors are or may be equal but for the value of one key: a switch between versions by hand. */
export function sameSelectorBut(key: string, { selector: one }: Service, { selector: other }: Service): boolean {
  const [own, rival] = [one, other].map(selector => selector.requirements.filter(requirement => requirement.key !== key));
  const isEqual = own?.length === rival?.length && (own ?? []).every(requirement => isIn(requirement, other));
  return isEqual && other.requirements.some(requirement => requirement.key === key);
}
