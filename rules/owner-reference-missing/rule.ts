import { defineRule, labelOf, reportMissing, valueOf, type Cluster, type Finding, type Reference } from '../../src/core/api.ts';

const UID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

type Variant = 'near' | 'elsewhere' | 'missing' | 'uid-copied';

/** What the names tell. A uid tells more than that nothing else is in the cluster. */
function reportAbsence(reference: Reference, cluster: Cluster): Finding<Variant> | undefined {
  const absent = reportMissing(reference, cluster, { verb: 'is owned by', consequence: 'so it is deleted' });
  if (!absent || (absent.variant === 'missing' && reportUid(reference))) return undefined;
  const { variant, message, at, help, related } = absent;
  return variant === 'likely' || variant === 'not-in-files' ? undefined : { variant, message, at, help, related };
}

/** An owner of that uid exists in the one cluster from which the manifest was copied. */
function reportUid({ from, holder, name }: Reference): Finding<Variant> | undefined {
  const uid = holder.get('uid');
  if (!UID.test(valueOf(uid.string()) ?? '')) return undefined;
  return {
    variant: 'uid-copied',
    message: `${labelOf(from)} is owned by a "${valueOf(name) ?? ''}" of one cluster, so others delete it`,
    at: uid.at,
    help: 'Remove ownerReferences: controllers write them',
  };
}

export default defineRule({
  id: 'owner-reference-missing',
  title: 'ownerReferences names an object that the set does not have',
  category: 'references',
  severity: 'warning',
  presets: ['strict'],
  subject: 'reference',
  references: ['owner'],
  fix: 'no',
  since: '0.1.0',
  judges: 'cluster',
  variants: { near: 'warning', elsewhere: 'warning', missing: 'warning', 'uid-copied': 'warning' },
  facts: ['meta/v1 OwnerReference'],

  *check(reference, { cluster }) {
    // What a cluster says of its own objects is true there.
    if (reference.from.observed) return;
    const finding = reportAbsence(reference, cluster) ?? reportUid(reference);
    if (finding) yield finding;
  },
});
