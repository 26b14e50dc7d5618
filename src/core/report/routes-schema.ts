import { choice, closed, closedOrNull, line, listOf, publish, refer, text, textOrNull, type JsonSchema } from './json-schema.ts';

const from = closed({
  kind: text('Ingress.'),
  namespace: textOrNull('null where the manifest gives none.'),
  name: textOrNull('null where it is not known.'),
  path: text('Relative to the working directory, with "/".'),
  line: { type: 'integer', minimum: 1, description: 'One-based.' },
});

const backend = closed({
  kind: textOrNull('Service, or the kind of the resource that answers; null where it is not known.'),
  namespace: textOrNull('null where the manifest gives none.'),
  name: textOrNull('null where it is not known.'),
  port: { type: ['string', 'integer', 'null'], description: 'Name or number as it is written; null without one.' },
  weight: { type: ['integer', 'null'], description: 'Of a canary: its share of the requests in percent. null for all else.' },
});

const target = closed({
  pod: closedOrNull('null for an endpoint that the manifests write.', { kind: text('Kind of the workload.'), name: textOrNull('null where it is not known.') }),
  port: { type: ['integer', 'null'], description: 'null where it is not known.' },
});

const route = closed({
  from,
  host: textOrNull('"*" for every host; null where it is not known.'),
  path: textOrNull('Empty for a default backend; null where it is not known.'),
  match: choice(['Exact', 'Prefix', 'ImplementationSpecific', null], 'null for a default backend, and where it is not known.'),
  tls: closedOrNull('null for plain HTTP.', {
    secret: textOrNull('Secret with the certificate; null where none is named or known.'),
    ends: choice(['ingress', 'pod', null], 'Where TLS ends; null where it is not known.'),
  }),
  backend,
  targets: listOf(target, 'The pods that get the requests, a workload once.'),
  breaks: closedOrNull('Why the way ends before a pod; null where it does not.', { rule: text('The rule that explains it.'), message: text('One sentence.') }),
  scope: text('The scope; empty for a run with one scope.'),
  undecided: textOrNull('Why not all is told; null where all is.'),
});

const hop = closed({
  hop: text('Such as "Service".'),
  text: text('What is there.'),
  path: textOrNull('null where no file says it.'),
  line: line('One-based.'),
});

const answer = closed({
  scope: text('The scope; empty for a run with one scope.'),
  class: textOrNull('Class of the Ingress that takes the request; null where none is named.'),
  outcome: choice(['reaches', 'ends', 'unknown'], 'Whether it reaches a pod, or whoever else answers.'),
  route: { anyOf: [refer('route'), { type: 'null' }], description: 'null where no path takes the request.' },
  hops: listOf(hop, 'From the edge to the pod.'),
  undecided: textOrNull('Why not all is told; null where all is.'),
});

/** JSON Schema of what `svclint routes --format json` prints: the table, or with `--url` what becomes of one request. */
export function buildRoutesSchema(): JsonSchema {
  const version = { const: 1, description: 'Version of this contract.' };
  const table = closed({ version, routes: listOf(refer('route'), 'By entry, host and path.') });
  const request = closed({ version, url: text('As it was asked; a password is masked.'), answers: listOf(answer, 'One an entry that has the host.') });
  const schema = {
    oneOf: [
      { title: 'Table', ...table },
      { title: 'Request', ...request },
    ],
    definitions: { route },
  };
  return publish('routes.schema.json', 'Routes that svclint predicts', schema);
}
