import type { Reference } from '../model/references/reference.ts';
import { valueOf } from '../yaml/field.ts';

/** Services that cert-manager makes for the time of a challenge, and removes. */
const SOLVER = 'cm-acme-http-solver-';

/**
 * Whether a backend means no Service: under the AWS controller its port is called `use-annotation`, and an annotation of the Ingress says what
 * is done with the request (https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/#actions).
 */
export function isMagicBackend({ name, port, from }: Reference): boolean {
  const written = port && valueOf(port.as<unknown>().intOrString());
  const wanted = valueOf(name) ?? '';
  const hasAction = from.metadata
    .get('annotations')
    .entries()
    .some(({ key }) => key === `alb.ingress.kubernetes.io/actions.${wanted}`);
  return written === 'use-annotation' || hasAction || wanted.startsWith(SOLVER);
}
