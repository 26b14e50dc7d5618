import { defineRule, fixOf, labelOf, nameplateOf, readVolumeTie, setScalar, valueOf, type Misfit } from '../../src/core/api.ts';

function describe({ what, wanted, given }: Misfit, volume: string): string {
  if (what === 'size') return `wants ${wanted.text}, its volume "${volume}" has ${given.text}`;
  if (what === 'access-mode') return `wants ${wanted.text}, its volume "${volume}" lacks it`;
  if (what === 'volume-mode') return `wants mode ${wanted.text}, its volume "${volume}" has ${given.text}`;
  return given.text === ''
    ? `wants class "${wanted.text}", its volume "${volume}" has none`
    : `wants class "${wanted.text}", its volume "${volume}" has "${given.text}"`;
}

export default defineRule({
  id: 'persistent-volume-claim-unbindable',
  title: 'The claim and the volume meant for it do not fit together, so they do not bind',
  category: 'references',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'reference',
  references: ['claim-volume', 'volume-claim-of'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { size: 'warning', 'access-mode': 'warning', class: 'warning', 'volume-mode': 'warning' },
  facts: ['v1 PersistentVolumeClaimSpec', 'v1 PersistentVolumeSpec'],

  *check(reference, { cluster }) {
    const tie = readVolumeTie(reference, cluster);
    const [misfit] = tie?.misfits ?? [];
    if (!tie || !misfit) return;
    const { what, wanted, given } = misfit;
    const isOne = what !== 'access-mode' || !given.text.includes(',');
    const help = given.text === '' ? 'Give both the same class' : `Change it to ${given.text}, or change the volume`;
    yield {
      variant: what,
      message: `${labelOf(tie.claim)} ${describe(misfit, valueOf(tie.volume.name) ?? '')}, so they do not bind`,
      at: wanted.at.at,
      help,
      related: [{ at: given.at.isAbsent ? nameplateOf(tie.volume) : given.at.at, note: `${labelOf(tie.volume)} is the one that is tied to the claim` }],
      fixes: wanted.at.isAbsent || given.text === '' || !isOne ? [] : fixOf(`Write ${given.text} in the claim`, 'unsafe', setScalar(wanted.at.at, given.text)),
    };
  },
});
