import type { IngressClass, IngressClassParametersReference } from 'kubernetes-types/networking/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { byteLength, dns1123LabelFaults, dns1123SubdomainFaults, pathSegmentFaults } from '../../formats.ts';
import { pointerOf, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { domainPrefixedPathFaults } from '../meta/domain-prefixed-path.ts';

const MOST_CONTROLLER_BYTES = 250;
const SCOPES = ['Cluster', 'Namespace'];

/** An IngressClass names its controller and may refer to parameters (S-259). */
export function validateIngressClass(ingressClass: Cursor<IngressClass>, to: Refusals): void {
  const { controller, parameters } = { controller: ingressClass.get('spec').get('controller'), parameters: ingressClass.get('spec').get('parameters') };
  validateController(controller, to);
  if (parameters.isMapping) validateIngressClassParametersReference(parameters, to);
}

function validateController(controller: Cursor<string>, to: Refusals): void {
  const name = textOf(controller);
  if (name === undefined) return;
  if (name === '') {
    to.required('ingress-class/controller-required', controller);
    return;
  }
  if (byteLength(name) > MOST_CONTROLLER_BYTES) to.tooLong('ingress-class/controller', controller, MOST_CONTROLLER_BYTES);
  for (const { value, fault } of domainPrefixedPathFaults(name)) to.invalid('ingress-class/controller', controller, fault, { value });
}

function validateIngressClassParametersReference(parameters: Cursor<IngressClassParametersReference>, to: Refusals): void {
  const [group, kind, name] = [parameters.get('apiGroup'), parameters.get('kind'), parameters.get('name')];
  for (const fault of dns1123SubdomainFaults(pointerOf(group.string()) ?? 'none')) to.invalid('ingress-class/parameters-group', group, fault);
  const [kindText, nameText] = [textOf(kind), textOf(name)];
  if (kindText === '') to.required('ingress-class/parameters-kind-required', kind);
  else for (const fault of pathSegmentFaults(kindText ?? '')) to.invalid('ingress-class/parameters-kind', kind, fault);
  if (nameText === '') to.required('ingress-class/parameters-name-required', name);
  else for (const fault of pathSegmentFaults(nameText ?? '')) to.invalid('ingress-class/parameters-name', name, fault);
  validateParametersScope(parameters, to);
}

/** Scope of the parameters as the server holds it after defaulting. */
function parametersScope(parameters: Cursor<IngressClassParametersReference>): string | undefined {
  const scope = pointerOf(parameters.get('scope').string());
  return scope === null ? 'Cluster' : scope;
}

/** Parameters of scope Namespace name a namespace, those of scope Cluster none. */
function validateParametersScope(parameters: Cursor<IngressClassParametersReference>, to: Refusals): void {
  const namespace = parameters.get('namespace');
  const scope = parametersScope(parameters);
  const written = pointerOf(namespace.string());
  if (scope === undefined) return;
  if (!SCOPES.includes(scope)) to.notSupported('ingress-class/parameters-scope-unsupported', parameters.get('scope'), SCOPES);
  else if (scope === 'Cluster') {
    if (typeof written === 'string') to.forbidden('ingress-class/parameters-namespace', namespace, "`parameters.scope` is set to 'Cluster'");
  } else if (written === null) to.required('ingress-class/parameters-namespace-required', namespace, "`parameters.scope` is set to 'Namespace'");
  else if (written !== undefined) for (const fault of dns1123LabelFaults(written)) to.invalid('ingress-class/parameters-namespace', namespace, fault);
}
