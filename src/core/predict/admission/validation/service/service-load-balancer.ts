import type { ObjectMeta } from 'kubernetes-types/meta/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { qualifiedNameFaults } from '../../formats.ts';
import { countOf, isSet, numberOf, pointerOf, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { validateLegacyCidr } from './ip-address.ts';
import { findAnnotation } from './service-annotations.ts';
import { isType, type ServiceSpec } from './service-spec.ts';

const SOURCE_RANGES_ANNOTATION = 'service.beta.kubernetes.io/load-balancer-source-ranges';
const ONLY_LOAD_BALANCER = "may only be used when `type` is 'LoadBalancer'";

/** What only load balancers have (S-103, S-138 to S-143). */
export function validateLoadBalancer(spec: ServiceSpec, metadata: Cursor<ObjectMeta>, to: Refusals): void {
  validateSourceRanges(spec, metadata, to);
  const isOther = isType(spec, 'LoadBalancer') === 'no';
  const [allocate, loadBalancerClass] = [spec.get('allocateLoadBalancerNodePorts'), spec.get('loadBalancerClass')];
  const name = pointerOf(loadBalancerClass.string());
  const isBoolean = typeof pointerOf(allocate.boolean()) === 'boolean';
  if (isOther && isBoolean) to.forbidden('service/allocate-node-ports-type', allocate, ONLY_LOAD_BALANCER);
  if (isOther && typeof name === 'string') to.forbidden('service/load-balancer-class-type', loadBalancerClass, ONLY_LOAD_BALANCER);
  if (isType(spec, 'LoadBalancer') !== 'yes') return;
  if (typeof name === 'string') for (const fault of qualifiedNameFaults(name)) to.invalid('service/load-balancer-class', loadBalancerClass, fault);
  for (const port of spec.get('ports').items()) {
    if (numberOf(port.get('port')) !== 10250) continue;
    const detail = 'may not expose port 10250 externally since it is used by kubelet';
    to.invalid('service/kubelet-port', port, detail, { value: 10250, until: 32 });
  }
}

/** The field, or the annotation where the field is empty. Blanks around an entry are allowed. */
function validateSourceRanges(spec: ServiceSpec, metadata: Cursor<ObjectMeta>, to: Refusals): void {
  const ranges = spec.get('loadBalancerSourceRanges');
  const isOther = isType(spec, 'LoadBalancer') === 'no';
  // The server writes the field with a capital letter.
  const field = 'spec.LoadBalancerSourceRanges';
  if (isSet(ranges) && isOther) to.forbidden('service/source-ranges-type', ranges, ONLY_LOAD_BALANCER, { field });
  for (const [index, item] of ranges.items().entries()) {
    const text = textOf(item)?.trim();
    if (text !== undefined) validateLegacyCidr('service/source-range', item, to, { text, field: `${field}[${String(index)}]` });
  }
  if (countOf(ranges) === 0) validateSourceRangesAnnotation(metadata, to, isOther);
}

function validateSourceRangesAnnotation(metadata: Cursor<ObjectMeta>, to: Refusals, isOther: boolean): void {
  const value = findAnnotation(metadata, SOURCE_RANGES_ANNOTATION);
  if (!value) return;
  if (isOther) to.forbidden('service/source-ranges-type', value, ONLY_LOAD_BALANCER);
  const text = textOf(value)?.trim() ?? '';
  if (text !== '') for (const range of text.split(',')) validateLegacyCidr('service/source-range', value, to, { text: range.trim() });
}
