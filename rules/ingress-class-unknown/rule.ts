import {
  defineRule,
  fixOf,
  ingressClassesOf,
  isClassOfPlatform,
  judgeAbsence,
  labelOf,
  nameplateOf,
  setScalar,
  valueOf,
  type Cluster,
  type IngressClass,
} from '../../src/core/api.ts';

/** The IngressClass that a name evidently means: the near one, or the one whose controller has that value. */
function findMeant(name: string, near: unknown, cluster: Cluster): IngressClass | undefined {
  const classes = ingressClassesOf(cluster);
  return classes.find(({ resource }) => resource === near) ?? classes.find(({ controller }) => valueOf(controller) === name);
}

export default defineRule({
  id: 'ingress-class-unknown',
  title: 'ingressClassName names no IngressClass, so no controller takes the Ingress',
  category: 'routing',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'reference',
  references: ['ingress-class'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { near: 'warning', controller: 'warning', missing: 'error', 'not-in-files': 'info' },
  facts: ['S-258', 'S-259'],

  *check(reference, { cluster }) {
    const [name = '', [first]] = [valueOf(reference.name), ingressClassesOf(cluster)];
    const absence = judgeAbsence(reference, cluster);
    // Classes come with their controllers, which are installed apart: without any in the set nothing is known.
    if (!absence || !first || isClassOfPlatform(name, cluster)) return;
    const near = absence.grade === 'near' ? absence.target : undefined;
    const meant = findMeant(name, near, cluster);
    const who = `${labelOf(reference.from)} names class "${name}", which no IngressClass`;
    const found = { at: reference.at.at, message: `${who} has, so nobody takes it` };
    if (!meant) {
      const help = 'Name an IngressClass that exists, or add one with its controller';
      yield cluster.absenceProves ? { ...found, variant: 'missing', help } : { ...found, variant: 'not-in-files', message: `${who} of these files has`, help };
      return;
    }
    const own = valueOf(meant.name) ?? '';
    const help = `Change ingressClassName to ${own}`;
    const note = near ? `${labelOf(meant.resource)} has the nearest name` : `"${name}" is the controller of ${labelOf(meant.resource)}`;
    yield {
      ...found,
      variant: near ? 'near' : 'controller',
      help,
      related: [{ at: near ? nameplateOf(meant.resource) : meant.controller.at, note }],
      fixes: fixOf(help, 'unsafe', setScalar(reference.at.at, own)),
    };
  },
});
