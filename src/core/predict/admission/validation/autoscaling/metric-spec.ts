import type {
  ContainerResourceMetricSource,
  ExternalMetricSource,
  MetricIdentifier,
  MetricSpec,
  MetricTarget,
  ObjectMetricSource,
  PodsMetricSource,
  ResourceMetricSource,
} from 'kubernetes-types/autoscaling/v2.d.ts';
import { readQuantity, renderQuantity } from '../../../../model/quantity.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { dns1123LabelFaults, pathSegmentFaults } from '../../formats.ts';
import { numberOf, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { validateCrossVersionReference } from './cross-version-reference.ts';
import { containerResourceNameFaults } from '../container/resource-names.ts';
import { refuseFaults, requireField } from '../meta/text.ts';

/** Types of metrics in the order in which the server lists them, each with the field that describes it. */
const SOURCES = { ContainerResource: 'containerResource', External: 'external', Object: 'object', Pods: 'pods', Resource: 'resource' } as const;

type SourceField = (typeof SOURCES)[keyof typeof SOURCES];

/** Only the first of these that is written is looked into. */
const ORDER: readonly SourceField[] = ['object', 'external', 'pods', 'resource', 'containerResource'];

const TYPES = Object.keys(SOURCES);

const isType = (text: string): text is keyof typeof SOURCES => Object.hasOwn(SOURCES, text);

/** `validateMetricSpec`: exactly the source that the type names. */
export function validateMetricSpec(metric: Cursor<MetricSpec>, to: Refusals): void {
  const type = metric.get('type');
  requireField(type, to, { check: 'hpa/metric-type-required' }, 'must specify a metric source type');
  const written = ORDER.filter(field => metric.get(field).isPresent);
  const [first] = written;
  const isCertain = first !== undefined && ORDER.slice(0, ORDER.indexOf(first)).every(field => metric.get(field).isAbsent);
  if (first !== undefined && isCertain) validateSource(metric, first, to);
  const text = textOf(type);
  if (text === undefined) return;
  if (!isType(text)) {
    to.notSupported('hpa/metric-type-unsupported', type, TYPES);
    return;
  }
  const expected = SOURCES[text];
  if (metric.get(expected).isAbsent) to.required('hpa/metric-source-required', metric.get(expected), 'must populate information for the given metric source');
  if (written.length < 2 || metric.isOpen) return;
  for (const field of written.filter(each => each !== expected))
    to.forbidden('hpa/metric-source', metric.get(field), 'must populate the given metric source only');
}

function validateSource(metric: Cursor<MetricSpec>, field: SourceField, to: Refusals): void {
  if (field === 'object') validateObjectSource(metric.get('object'), to);
  else if (field === 'external') validateExternalSource(metric.get('external'), to);
  else if (field === 'pods') validatePodsSource(metric.get('pods'), to);
  else if (field === 'resource') validateResourceSource(metric.get('resource'), to);
  else validateContainerResourceSource(metric.get('containerResource'), to);
}

function validateObjectSource(source: Cursor<ObjectMetricSource>, to: Refusals): void {
  validateCrossVersionReference(source.get('describedObject'), to, { needsGroup: false });
  validateMetricIdentifier(source.get('metric'), to);
  validateMetricTarget(source.get('target'), to);
  requireEither(source.get('target'), ['value', 'averageValue'], to, 'must set either a target value or averageValue');
}

function validateExternalSource(source: Cursor<ExternalMetricSource>, to: Refusals): void {
  const target = source.get('target');
  validateMetricIdentifier(source.get('metric'), to);
  validateMetricTarget(target, to);
  requireEither(target, ['value', 'averageValue'], to, 'must set either a target value for metric or a per-pod target');
  if (!target.isOpen && target.get('value').isPresent && target.get('averageValue').isPresent) {
    to.forbidden('hpa/target-both', target.get('value'), 'may not set both a target value for metric and a per-pod target');
  }
}

function validatePodsSource(source: Cursor<PodsMetricSource>, to: Refusals): void {
  validateMetricIdentifier(source.get('metric'), to);
  validateMetricTarget(source.get('target'), to);
  requireField(source.get('target').get('averageValue'), to, { check: 'hpa/target-required' }, 'must specify a positive target averageValue');
}

function validateResourceSource(source: Cursor<ResourceMetricSource>, to: Refusals): void {
  requireField(source.get('name'), to, { check: 'hpa/resource-required' }, 'must specify a resource name');
  validateUtilizationTarget(source.get('target'), to);
}

function validateContainerResourceSource(source: Cursor<ContainerResourceMetricSource>, to: Refusals): void {
  const [name, container] = [source.get('name'), source.get('container')];
  requireField(name, to, { check: 'hpa/resource-required' }, 'must specify a resource name');
  refuseFaults(name, to, { check: 'hpa/resource' }, containerResourceNameFaults);
  requireField(container, to, { check: 'hpa/container-required' }, 'must specify a container');
  refuseFaults(container, to, { check: 'hpa/container' }, dns1123LabelFaults);
  validateUtilizationTarget(source.get('target'), to);
}

/** A target of a resource: a share of what is requested, or an amount. */
function validateUtilizationTarget(target: Cursor<MetricTarget>, to: Refusals): void {
  validateMetricTarget(target, to);
  requireEither(target, ['averageValue', 'averageUtilization'], to, 'must set either a target raw value or a target utilization');
  if (!target.isOpen && target.get('averageUtilization').isPresent && target.get('averageValue').isPresent) {
    to.forbidden('hpa/target-both', target.get('averageValue'), 'may not set both a target raw value and a target utilization');
  }
}

/** Refuses a target where both fields are proven to be absent, at the second. */
function requireEither(
  target: Cursor<MetricTarget>,
  [first, second]: readonly ['value' | 'averageValue', 'averageValue' | 'averageUtilization'],
  to: Refusals,
  detail: string,
): void {
  if (target.get(first).isAbsent && target.get(second).isAbsent) to.required('hpa/target-required', target.get(second), detail);
}

function validateMetricIdentifier(metric: Cursor<MetricIdentifier>, to: Refusals): void {
  const name = metric.get('name');
  if (!requireField(name, to, { check: 'hpa/metric-name-required' }, 'must specify a metric name')) {
    refuseFaults(name, to, { check: 'hpa/metric-name' }, pathSegmentFaults);
  }
}

/** `validateMetricTarget`. */
function validateMetricTarget(target: Cursor<MetricTarget>, to: Refusals): void {
  const [type, share] = [target.get('type'), target.get('averageUtilization')];
  const text = textOf(type);
  requireField(type, to, { check: 'hpa/target-type-required' }, 'must specify a metric target type');
  if (text !== undefined && !['Utilization', 'Value', 'AverageValue'].includes(text)) {
    to.invalid('hpa/target-type', type, 'must be either Utilization, Value, or AverageValue', { value: text });
  }
  for (const field of [target.get('value'), target.get('averageValue')]) {
    const quantity = readQuantity(field);
    if (quantity && quantity.nanos <= 0n) to.invalid('hpa/target-value', field, 'must be positive', { value: renderQuantity(quantity) });
  }
  if (share.isPresent && (numberOf(share) ?? 1) < 1) to.invalid('hpa/target-value', share, 'must be greater than 0');
}
