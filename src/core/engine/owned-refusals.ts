import type { Cluster } from '../model/cluster.ts';
import type { Resource } from '../model/resource.ts';
import type { Engines } from '../predict/admission/validator.ts';
import { refusalsOf, type Refusal } from '../predict/admission/refusals-of.ts';
import type { Finding } from '../rule/finding.ts';
import type { Ownership } from '../rule/ownership.ts';
import { renderMinors } from '../text/minors.ts';

/** What the API server says to the objects of the scopes, by the rule that speaks of it. */
export class OwnedRefusals {
  readonly #ownership: Ownership;
  readonly #engines: Engines;
  readonly #isAsked: (resource: Resource) => boolean;
  readonly #byCluster = new WeakMap<Cluster, ReadonlyMap<string, readonly Refusal[]>>();

  constructor(ownership: Ownership, engines: Engines = {}, isAsked: (resource: Resource) => boolean = () => true) {
    this.#ownership = ownership;
    this.#engines = engines;
    this.#isAsked = isAsked;
  }

  of(cluster: Cluster, rule: string): readonly Refusal[] {
    let owned = this.#byCluster.get(cluster);
    if (!owned) {
      owned = this.#sort(cluster);
      this.#byCluster.set(cluster, owned);
    }
    return owned.get(rule) ?? [];
  }

  #sort(cluster: Cluster): ReadonlyMap<string, readonly Refusal[]> {
    const owned = new Map<string, Refusal[]>();
    for (const refusal of refusalsOf(cluster, this.#engines, this.#isAsked)) {
      const owner = this.#ownership.ownerOf(refusal.cause.check) ?? '';
      const held = owned.get(owner);
      if (held) held.push(refusal);
      else owned.set(owner, [refusal]);
    }
    return owned;
  }
}

/** The sentence of the server as it stands in its answer: the field first, if it names one; the decoder's own sentences name it themselves. */
export function sentenceOf({ cause }: Refusal): string {
  const namesField = cause.reason === 'warning' || cause.reason === 'decode' || cause.reason === 'unknown-field' || cause.field === '';
  return namesField ? cause.message : `${cause.field}: ${cause.message}`;
}

/**
 * A finding on an answer, with the server's own sentence. What only some minors of the target refuse is a warning that names them
 * (design §2), and what rests on a definition of another project that svclint carries is one too.
 */
export function withSentence(finding: Finding, refusal: Refusal, cluster: Cluster, severity: Finding['severity']): Finding {
  const told = { ...finding, answer: sentenceOf(refusal), resource: finding.resource ?? refusal.resource };
  const { minors } = refusal.cause;
  if (refusal.isCarried) return { ...told, severity: severity === 'error' ? 'warning' : severity };
  if (minors.length === cluster.target.minors.length) return told;
  const versions = `Kubernetes ${renderMinors(minors)}: ${told.answer}`;
  return { ...told, answer: versions, severity: severity === 'error' ? 'warning' : severity };
}
