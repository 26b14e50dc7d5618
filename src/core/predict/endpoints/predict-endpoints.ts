import type { Cluster } from '../../model/cluster.ts';
import { isObservation, MIRRORING_CONTROLLER, serviceNameOf, SLICE_CONTROLLER, type EndpointSlice } from '../../model/endpoints.ts';
import { sameNamespace } from '../../model/namespace.ts';
import { labelOf, type Resource } from '../../model/resource.ts';
import { isEmpty } from '../../model/selector.ts';
import { isSelecting, type Service } from '../../model/service.ts';
import { valueOf } from '../../yaml/field.ts';
import { SETTLED, type Environment } from './environment.ts';
import { predictFromPods } from './from-pods.ts';
import type { PredictionContext } from './selected.ts';
import type { Doubt, Predicted, PredictedSlice, ServiceEndpoints } from './types.ts';
import { predictMirrored, predictWrittenSlice } from './written.ts';

interface Draft {
  readonly slices: PredictedSlice[];
  readonly doubts: Doubt[];
}

function take(draft: Draft, predicted: Predicted<readonly PredictedSlice[]>): void {
  if (predicted.doubt) draft.doubts.push(predicted.doubt);
  else for (const slice of predicted.value) draft.slices.push(slice);
}

function takeSlice(draft: Draft, slice: EndpointSlice): void {
  const predicted = predictWrittenSlice(slice);
  take(draft, predicted.doubt ? predicted : { value: [predicted.value] });
}

/** Whether an object is applied beside a Service; a doubt where that is not known. */
function standsBeside(service: Service, resource: Resource, { cluster, environment }: PredictionContext, draft: Draft): boolean {
  if (environment.refuses(resource)) return false;
  const answer = sameNamespace(service.resource, resource);
  if (answer === 'unknown') draft.doubts.push({ reason: `whether ${labelOf(resource)} is in its namespace is not known`, at: resource.body.at });
  else if (cluster.isAlternative(resource)) draft.doubts.push({ reason: `${labelOf(resource)} stands in several files`, at: resource.body.at });
  return answer === 'yes' && !cluster.isAlternative(resource);
}

/** Whether a controller deletes a slice that carries its label, since it has not made it (S-056). */
function isDeleted(slice: EndpointSlice, service: Service): boolean {
  const managedBy = valueOf(slice.managedBy);
  return managedBy === MIRRORING_CONTROLLER || (managedBy === SLICE_CONTROLLER && isSelecting(service) === 'yes');
}

function addWritten(service: Service, context: PredictionContext, draft: Draft): void {
  const { endpoints } = context.cluster;
  for (const slice of endpoints.slicesOf(service).filter(written => !isObservation(written) && !isDeleted(written, service)))
    if (standsBeside(service, slice.resource, context, draft)) takeSlice(draft, slice);
  const unclear = endpoints.findUnclear(service);
  if (unclear) draft.doubts.push({ reason: `whether ${labelOf(unclear.resource)} belongs to it is not known`, at: serviceNameOf(unclear).at });
}

function addMirrored(service: Service, context: PredictionContext, draft: Draft): void {
  for (const endpoints of context.cluster.endpoints.endpointsOf(service))
    if (standsBeside(service, endpoints.resource, context, draft)) take(draft, predictMirrored(endpoints));
}

/** Slices of a controller that `kubectl get` showed: they tell what the files do not explain. */
function addObserved(service: Service, context: PredictionContext, draft: Draft): void {
  if (draft.slices.some(slice => slice.managedBy !== undefined && slice.endpoints.length > 0)) return;
  const observed = context.cluster.endpoints
    .slicesOf(service)
    .filter(slice => isObservation(slice) && sameNamespace(service.resource, slice.resource) === 'yes');
  if (observed.length === 0) return;
  const kept = draft.slices.filter(slice => slice.endpoints.length > 0);
  draft.slices.splice(0, draft.slices.length, ...kept);
  for (const slice of observed) takeSlice(draft, slice);
}

/** An open set may hold pods that no file shows: a selector that meets none there proves nothing. */
function addOpenings(service: Service, { cluster }: PredictionContext, draft: Draft): void {
  const [opening] = cluster.openings;
  const meetsNone = draft.slices.every(slice => slice.endpoints.length === 0);
  if (!cluster.isOpen || !opening || !meetsNone) return;
  const written = draft.slices.filter(slice => slice.source);
  draft.slices.splice(0, draft.slices.length, ...written);
  draft.doubts.push({ reason: opening.reason, at: service.selector.at });
}

function predictService(service: Service, context: PredictionContext): ServiceEndpoints {
  const draft: Draft = { slices: [], doubts: [] };
  const selecting = isSelecting(service);
  if (context.cluster.isAlternative(service.resource)) draft.doubts.push({ reason: 'it stands in several files', at: service.resource.body.at });
  else if (selecting === 'unknown') draft.doubts.push({ reason: 'its type or selector is not known', at: service.spec.at });
  else {
    if (selecting === 'yes') {
      const { slices, doubts } = predictFromPods(service, context);
      draft.slices.push(...slices);
      draft.doubts.push(...doubts);
    }
    addWritten(service, context, draft);
    if (isEmpty(service.selector)) addMirrored(service, context, draft);
    addObserved(service, context, draft);
    if (valueOf(service.type) !== 'ExternalName') addOpenings(service, context, draft);
  }
  return { service, ...draft };
}

/**
 * The EndpointSlices that a cluster with these objects would have, Service by Service, in the order of the files. What cannot
 * be told is a doubt; the slices beside it are sure.
 */
export function predictEndpoints(cluster: Cluster, environment: Environment = SETTLED): readonly ServiceEndpoints[] {
  const context: PredictionContext = { cluster, environment, podSets: new Map() };
  return cluster.services.filter(service => !environment.refuses(service.resource)).map(service => predictService(service, context));
}
