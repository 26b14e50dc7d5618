import type { Answer } from '../model/answer.ts';
import type { Cluster } from '../model/cluster.ts';
import { identityOf } from '../model/identity.ts';
import type { Resource } from '../model/resource.ts';
import { isPlaceholder } from '../yaml/mask.ts';
import type { SourceFile } from '../yaml/source-file.ts';
import { stableText, toValue, type PlainValue } from '../yaml/to-value.ts';

/** An object that one file writes twice: whoever applies the file keeps the later one (S-177). */
export interface Duplicate {
  readonly earlier: Resource;
  readonly later: Resource;
  /** Both say the same. */
  readonly isCopy: boolean;
}

const MOST_NODES = 20_000;

/** Template lines may let only one of the two through. */
function isSure({ document }: Resource): boolean {
  return document.openLines.length === 0;
}

function holdsPlaceholder(value: PlainValue): boolean {
  if (typeof value === 'string') return isPlaceholder(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsPlaceholder);
}

/** Whether both say the same; a placeholder may stand for what the other one says. */
function isCopy(a: Resource, b: Resource): Answer {
  const [one, other] = [toValue(a.body, MOST_NODES), toValue(b.body, MOST_NODES)];
  if (one === undefined || other === undefined) return 'no';
  if (stableText(one) === stableText(other)) return 'yes';
  return holdsPlaceholder(one) || holdsPlaceholder(other) ? 'unknown' : 'no';
}

export function findDuplicates({ resources }: Cluster): readonly Duplicate[] {
  const seen = new Map<SourceFile, Map<string, Resource>>();
  const found: Duplicate[] = [];
  for (const later of resources) {
    const identity = identityOf(later);
    if (identity === undefined || !isSure(later)) continue;
    const { file } = later.document;
    const own = seen.get(file) ?? new Map<string, Resource>();
    seen.set(file, own);
    const earlier = own.get(identity);
    const copy = earlier && earlier !== later ? isCopy(earlier, later) : 'unknown';
    if (earlier && copy !== 'unknown') found.push({ earlier, later, isCopy: copy === 'yes' });
    own.set(identity, later);
  }
  return found;
}
