import {
  canScale,
  defineRule,
  findOfOtherKind,
  fixOf,
  insertLines,
  isOfOneFile,
  judgeAbsence,
  labelOf,
  MISSING_VARIANTS,
  nameplateOf,
  reportMissing,
  setScalar,
  splitKind,
  valueOf,
  type Cluster,
  type Finding,
  type MissingVariant,
  type Reference,
  type Resource,
} from '../../src/core/api.ts';

type Variant = MissingVariant | 'other-kind';

const CONSEQUENCE = 'so it is idle';

/** First minor whose API server refuses an autoscaler that leaves the group of its target out. */
const GROUP_NEEDED = 34;

/** No group where the kind has one: refused by the API server, or of no account to an autoscaler that looks at the kind alone. */
function isToldOfGroup({ kind = '/', row }: Reference, cluster: Cluster): boolean {
  const { group, kind: name } = splitKind(kind);
  if (group !== '' || row.id === 'keda-scale-target' || cluster.kinds.versionsOf('', name).length > 0) return false;
  return row.id === 'vpa-target' || cluster.target.minors.some(minor => minor >= GROUP_NEEDED);
}

function reportOtherKind({ from, holder, kind = '/', at }: Reference, target: Resource): Finding<Variant> {
  const [written, name] = [splitKind(kind), valueOf(target.name) ?? ''];
  const isSameKind = written.kind === target.kind;
  const contrast = isSameKind ? ` of "${kind.slice(0, kind.indexOf('/'))}", which has none` : `, which is a ${target.kind}`;
  const help = isSameKind ? `Set apiVersion to ${target.apiVersion}` : `Change the kind to ${target.kind}`;
  const fields = [
    { field: holder.get('apiVersion'), line: `apiVersion: ${target.apiVersion}`, value: target.apiVersion },
    { field: holder.get('kind'), line: `kind: ${target.kind}`, value: target.kind },
  ].filter(({ field, value }) => valueOf(field.string()) !== value);
  const lines = fields.flatMap(({ field, line }) => (field.isPresent ? [] : [line]));
  const edits = fields.flatMap(({ field, value }) => (field.isPresent ? [setScalar(field.at, value)] : []));
  return {
    variant: 'other-kind',
    message: `${labelOf(from)} scales ${written.kind} "${name}"${contrast}, ${CONSEQUENCE}`,
    at: (fields.find(({ field }) => field.isPresent)?.field ?? at).at,
    help,
    related: [{ at: nameplateOf(target), note: `${labelOf(target)} is of ${target.apiVersion}` }],
    fixes: fixOf(help, 'unsafe', ...edits, ...(lines.length > 0 ? [insertLines(holder, lines)] : [])),
  };
}

export default defineRule({
  id: 'scale-target-missing',
  title: 'What the autoscaler is to scale does not exist, so nothing is scaled',
  category: 'references',
  severity: 'error',
  presets: ['recommended'],
  subject: 'reference',
  references: ['scale-target', 'keda-scale-target', 'vpa-target'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { ...MISSING_VARIANTS, 'other-kind': 'error' },
  facts: ['S-324', 'S-329', 'S-353'],

  *check(reference, { cluster }) {
    // A kind that nobody can scale is a mistake of its own.
    if (isToldOfGroup(reference, cluster) || canScale(reference, cluster) === 'no') return;
    const other = findOfOtherKind(reference, cluster);
    const absence = judgeAbsence(reference, cluster);
    if (other && (absence || reference.kind?.startsWith('extensions/') === true)) {
      yield reportOtherKind(reference, other);
      return;
    }
    const finding = reportMissing(reference, cluster, { verb: 'scales', consequence: CONSEQUENCE });
    if (!finding) return;
    // All that is rendered stands in one file, and what nothing else names waits for this autoscaler.
    const isProof = finding.variant === 'likely' && isOfOneFile(reference.from, cluster);
    yield isProof ? { ...finding, severity: 'error' } : finding;
  },
});
