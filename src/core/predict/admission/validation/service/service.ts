import type { Service } from 'kubernetes-types/core/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { dns1035LabelFaults, dns1123LabelFaults } from '../../formats.ts';
import { countOf, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import type { KindValidator, ValidatorTable } from '../../validator.ts';
import { validateLabels } from '../meta/labels.ts';
import { validateTopologyAnnotations } from './service-annotations.ts';
import { CLUSTER_IP_STEPS } from './service-cluster-ips.ts';
import { validateExternalIps, validateExternalName } from './service-external.ts';
import { validateLoadBalancer } from './service-load-balancer.ts';
import { ALLOCATE_NODE_PORTS, CREATE_NODE_PORTS } from './service-node-ports.ts';
import { validateNodePortType, validateServicePorts } from './service-ports.ts';
import { clusterIpsOf, isHeadless, serviceType, type ServiceSpec } from './service-spec.ts';
import { validateExternalTrafficPolicy, validateInternalTrafficPolicy, validateSessionAffinity, validateTrafficDistribution } from './service-traffic.ts';
import { warnOfService } from './service-warnings.ts';

const TYPES = ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort'];

const specOf = (object: Cursor): ServiceSpec => object.as<Service>().get('spec');

/** A Service (`ValidateServiceCreate`), in the server's order. */
function validateService(object: Cursor, to: Refusals): void {
  const { metadata, spec } = { metadata: object.as<Service>().get('metadata'), spec: specOf(object) };
  validateServiceName(metadata.get('name'), to);
  validateTopologyAnnotations(metadata, to);
  const type = serviceType(spec);
  if (countOf(spec.get('ports')) === 0 && isHeadless(spec) === 'no' && type !== undefined && type !== 'ExternalName') {
    to.required('service/ports-required', spec.get('ports'));
  }
  validateHeadlessType(spec, to);
  validateExternalName(spec, to);
  validateServicePorts(spec, to);
  validateLabels(spec.get('selector').as<Readonly<Record<string, string>>>(), to, { use: 'selector' });
  validateSessionAffinity(spec, to);
  validateExternalIps(spec, to);
  if (type !== undefined && !TYPES.includes(type)) to.notSupported('service/type-unsupported', spec.get('type'), TYPES);
  validateNodePortType(spec, to);
  validateLoadBalancer(spec, metadata, to);
  validateExternalTrafficPolicy(spec, to);
  validateInternalTrafficPolicy(spec, to);
  validateTrafficDistribution(spec, to);
  warnOfService(spec, metadata, to);
}

/** Up to 1.35 the name starts with a letter (S-096); what is no label at all, metadata refuse. */
function validateServiceName(name: Cursor<string>, to: Refusals): void {
  const text = textOf(name);
  if (text === undefined || text === '' || dns1123LabelFaults(text).length > 0) return;
  for (const fault of dns1035LabelFaults(text)) to.invalid('service/name', name, fault, { until: 35 });
}

/** Only ClusterIP Services are headless (S-101, S-102). */
function validateHeadlessType(spec: ServiceSpec, to: Refusals): void {
  const type = serviceType(spec);
  const [first] = clusterIpsOf(spec)?.items ?? [];
  if (!first || isHeadless(spec) !== 'yes' || (type !== 'LoadBalancer' && type !== 'NodePort')) return;
  to.invalid('service/headless-type', first, `may not be set to 'None' for ${type} services`, { field: 'spec.clusterIPs[0]' });
}

const SERVICE: KindValidator = {
  nameFaults: dns1123LabelFaults,
  nameCheck: 'service/name',
  scope: 'Namespaced',
  before: [...CLUSTER_IP_STEPS, ALLOCATE_NODE_PORTS],
  validate: validateService,
  after: [CREATE_NODE_PORTS],
};

export const SERVICE_VALIDATORS: ValidatorTable = { '/Service': SERVICE };
