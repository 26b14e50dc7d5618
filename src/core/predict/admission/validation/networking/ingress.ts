import type { Ingress, IngressSpec, IngressTLS } from 'kubernetes-types/networking/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { dns1123SubdomainFaults, wildcardDns1123SubdomainFaults } from '../../formats.ts';
import { countOf, pointerOf, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import type { ValidatorTable } from '../../validator.ts';
import { validateIngressBackend } from './ingress-backend.ts';
import { validateIngressClass } from './ingress-class.ts';
import { validateIngressRule } from './ingress-rule.ts';

const CLASS_ANNOTATION = 'kubernetes.io/ingress.class';

/** An IngressTLS: each host a DNS name, with or without a wildcard, and the name of a Secret (S-252). */
function validateIngressTLS(tls: Cursor<IngressTLS>, to: Refusals): void {
  for (const host of tls.get('hosts').items()) {
    const name = textOf(host);
    if (name === undefined) continue;
    const faults = name.includes('*') ? wildcardDns1123SubdomainFaults(name) : dns1123SubdomainFaults(name);
    for (const fault of faults) to.invalid('ingress/tls-host', host, fault);
  }
  const secretName = textOf(tls.get('secretName'));
  if (!secretName) return;
  for (const fault of dns1123SubdomainFaults(secretName)) to.invalid('ingress/tls-secret-name', tls.get('secretName'), fault);
}

function validateIngressClassName(spec: Cursor<IngressSpec>, to: Refusals): void {
  const className = spec.get('ingressClassName');
  const name = pointerOf(className.string());
  if (typeof name !== 'string') return;
  for (const fault of dns1123SubdomainFaults(name)) to.invalid('ingress/class-name', className, fault);
}

function validateIngressSpec(spec: Cursor<IngressSpec>, to: Refusals): void {
  const [rules, defaultBackend] = [spec.get('rules'), spec.get('defaultBackend')];
  if (countOf(rules) === 0 && defaultBackend.isAbsent) {
    to.invalid('ingress/spec-empty', spec, 'either `defaultBackend` or `rules` must be specified', { value: rules.isAbsent ? null : [] });
  }
  if (defaultBackend.isMapping) validateIngressBackend(defaultBackend, to);
  for (const rule of rules.items()) validateIngressRule(rule, to);
  for (const tls of spec.get('tls').items()) validateIngressTLS(tls, to);
  validateIngressClassName(spec, to);
}

/**
 * The class may be named by the annotation and by the field only if both say the same (S-253); the annotation alone is deprecated (S-200).
 * An annotation that is null is an empty text for the server, and there.
 */
function validateClassAnnotation(ingress: Cursor<Ingress>, to: Refusals): void {
  const annotation = ingress.get('metadata').get('annotations').get(CLASS_ANNOTATION);
  const className = ingress.get('spec').get('ingressClassName');
  if (!annotation.isWritten) return;
  if (className.isAbsent) {
    to.warn('ingress/class-annotation-warning', annotation, `annotation "${CLASS_ANNOTATION}" is deprecated, please use 'spec.ingressClassName' instead`);
    return;
  }
  const [value, name] = [textOf(annotation), pointerOf(className.string())];
  if (value === undefined || typeof name !== 'string') return;
  const field = `annotations.${CLASS_ANNOTATION}`;
  if (value !== name) to.invalid('ingress/class-set-twice', annotation, 'must match `ingressClassName` when both are specified', { field });
  else to.invalid('ingress/class-set-twice', annotation, 'can not be set when the class field is also set', { field, until: 26 });
}

export const INGRESS_VALIDATORS: ValidatorTable = {
  'networking.k8s.io/Ingress': {
    versions: ['v1'],
    scope: 'Namespaced',
    validate(object, to) {
      const ingress = object.as<Ingress>();
      validateIngressSpec(ingress.get('spec'), to);
      validateClassAnnotation(ingress, to);
    },
  },
  'networking.k8s.io/IngressClass': {
    scope: 'Cluster',
    validate(object, to) {
      validateIngressClass(object.as(), to);
    },
  },
};
