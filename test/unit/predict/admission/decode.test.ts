import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../../src/core/model/read-documents.ts';
import { reviewResource, type Review } from '../../../../src/core/predict/admission/review.ts';
import { parseSource } from '../../../../src/core/yaml/parse-source.ts';
import { loadKinds } from '../../../../src/node/load-kinds.ts';
import { RECORDED_TARGET } from '../../../conformance/admission.ts';

const kinds = loadKinds();

function review(text: string, minors: readonly number[] = [36]): Review {
  const [document] = parseSource('object.yaml', text).documents;
  const [resource] = document ? readDocument(document).resources : [];
  if (!resource) throw new Error('no object');
  return reviewResource(resource, kinds, { ...RECORDED_TARGET, minors });
}

const deployment = (spec: string): string => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
${spec}
  selector:
    matchLabels: {app: web}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers:
      - {name: web, image: web}
`;

const service = (spec: string): string => `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector: {app: web}
  ports:
  - port: 80
${spec}`;

const toldOf = (text: string, minors?: readonly number[]): string[] => review(text, minors).told.map(({ message }) => message);
const checksOf = (text: string): string[] => review(text).causes.map(({ check }) => check);

describe('what the decoder tells', () => {
  test('of several wrong types the first in the order of the keys, and every one as a cause', () => {
    const text = service('  type: 5\n  sessionAffinity: true\n');
    expect(toldOf(text)).toEqual(['json: cannot unmarshal bool into Go struct field ServiceSpec.spec.sessionAffinity of type v1.ServiceAffinity']);
    expect(checksOf(text)).toEqual(['decode/string-not-quoted', 'decode/string-not-quoted']);
  });

  test('unknown fields all together, and only where no type is wrong', () => {
    expect(toldOf(service('  zone: a\n  area: b\n'))).toEqual(['unknown field "spec.area"', 'unknown field "spec.zone"']);
    expect(toldOf(service('  zone: a\n  type: 5\n'))).toHaveLength(1);
  });

  test('a type with a decoder of its own ends the decoding at once', () => {
    const text = deployment('  replicas: x').replace('image: web', 'image: web, resources: {limits: {cpu: x}}');
    expect(toldOf(text)).toEqual(["quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"]);
  });

  test('the last of equal keys counts, in JSON text too', () => {
    expect(review('{"apiVersion": "v1", "kind": "Service", "metadata": {"name": "web"}, "spec": {"ports": "x", "ports": [{"port": 80}]}}').verdict).toBe(
      'accept',
    );
  });
});

describe('what is not known', () => {
  test('accuses nobody and leaves the verdict open', () => {
    for (const value of ['${REPLICAS}', '{{ .Values.replicas }}', '"${REPLICAS}"']) {
      const { verdict, causes } = review(deployment(`  replicas: ${value}`));
      expect([verdict, causes]).toEqual(['unknown', []]);
    }
  });

  test('is nothing where any text is taken', () => {
    const withArgs = (argument: string): string => deployment('  replicas: 1').replace('image: web', `image: web, args: [${argument}]`);
    expect(review(withArgs('"$(HOST)"')).verdict).toBe('accept');
    expect(review(withArgs('"--host=${HOST}"')).verdict).toBe('accept');
    expect(review(withArgs('"<host>"')).verdict).toBe('accept');
  });
});

test('a field that only some minors of the target know is refused by the others', () => {
  const text = deployment('  replicas: 1').replace('image: web', 'image: web, restartPolicyRules: []');
  const [cause] = review(text, [33, 34, 35]).causes;
  expect(cause?.minors).toEqual([33]);
  expect(review(text, [34, 35]).causes).toEqual([]);
});

describe('what was meant by a field that does not exist', () => {
  const meantBy = (text: string): unknown => {
    const meant = review(text).causes.find(({ reason }) => reason === 'unknown-field');
    return meant?.meant && [meant.check, meant.meant.kind, meant.meant.mapping.path, meant.meant.name];
  };

  test('one that is spelt nearly so and takes the value', () => {
    expect(meantBy(deployment('  replica: 1'))).toEqual(['decode/unknown-field', 'renamed', 'spec', 'replicas']);
  });

  test('one of a mapping around it', () => {
    expect(meantBy(deployment('  replicas: 1').replace('{app: web}\n  template', '{app: web}\n    minReadySeconds: 5\n  template'))).toEqual([
      'decode/field-misplaced',
      'moved',
      'spec',
      'minReadySeconds',
    ]);
  });

  test('one of an empty mapping beside it', () => {
    expect(meantBy(deployment('  strategy:\n  rollingUpdate: {maxSurge: 1}'))).toEqual(['decode/field-misplaced', 'moved', 'spec.strategy', 'rollingUpdate']);
  });

  test('none where the value would fit nowhere', () => {
    expect(meantBy(deployment('  strategy:\n  rollingUpdate: 5'))).toBeUndefined();
  });
});
