import { closed, closedOrNull, count, listOf, publish, text, textOrNull, type JsonSchema } from './json-schema.ts';

const condition = (description: string): JsonSchema => ({ type: ['boolean', 'null'], description });

const port = closed({
  name: text('Name of the Service port; empty for one without a name.'),
  port: { type: ['integer', 'null'], description: 'null in a slice of the manifests for all ports.' },
  protocol: text('TCP, UDP or SCTP.'),
  appProtocol: textOrNull('null where the Service port gives none.'),
});

const endpoint = closed({
  pod: closedOrNull('null for an endpoint that the manifests write.', {
    kind: text('Kind of the workload.'),
    name: textOrNull('Name of the workload; null where it is not known.'),
    index: count('Number among the pods of the workload; the ordinal in a StatefulSet. One with 0 stands for a pod on each node.'),
  }),
  address: textOrNull('null for a pod, whose address nobody knows before it runs.'),
  hostname: textOrNull('First label of the DNS name that a headless Service gives; null without one.'),
  ready: condition('null where an endpoint of the manifests states none.'),
  serving: condition('null where an endpoint of the manifests states none.'),
  terminating: condition('null where an endpoint of the manifests states none.'),
});

const slice = closed({
  addressType: text('IPv4, IPv6 or FQDN.'),
  managedBy: textOrNull('The controller that writes it; null for a slice of the manifests that names none.'),
  ports: listOf(port, 'Ports of all its endpoints.'),
  endpoints: listOf(endpoint, 'Who gets the requests.'),
});

const service = closed({
  namespace: textOrNull('null where the manifest gives none.'),
  name: textOrNull('null where it is not known.'),
  type: textOrNull('Type of the Service; null where it is not known.'),
  path: text('Relative to the working directory, with "/".'),
  line: { type: 'integer', minimum: 1, description: 'One-based.' },
  scope: text('The scope; empty for a run with one scope.'),
  undecided: textOrNull('Why not all is told; null where all is.'),
  slices: listOf(slice, 'With "undecided" only what is sure.'),
});

/** JSON Schema of what `svclint endpoints --format json` prints. */
export function buildEndpointsSchema(): JsonSchema {
  const version = { const: 1, description: 'Version of this contract.' };
  return publish('endpoints.schema.json', 'Endpoints that svclint predicts', closed({ version, services: listOf(service, 'In the order of the files.') }));
}
