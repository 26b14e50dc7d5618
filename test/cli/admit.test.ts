import { describe, expect, test } from 'vitest';
import { useCli } from '../harness/run-cli.ts';

const run = useCli();

const service = (name: string, spec: string): string => `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\nspec: ${spec}\n`;

/** What `svclint admit` prints for one file, and its exit code. */
function admit(text: string, ...args: string[]): { stdout: string; code: number | null } {
  const { stdout, code } = run({ 'a.yaml': text }, ['admit', ...args, 'a.yaml']);
  return { stdout, code };
}

describe('svclint admit', () => {
  test('an object that the server takes', () => {
    expect(admit(service('web', '{ports: [{port: 80}]}'))).toEqual({ stdout: 'service/web created (server dry run)\n', code: 0 });
  });

  test('one refusal, in the words of kubectl and with its place', () => {
    expect(admit(service('web', '{selector: {app: web}}'))).toEqual({
      stdout: 'The Service "web" is invalid: spec.ports: Required value\n  --> a.yaml:5:1\n',
      code: 1,
    });
  });

  test('several refusals, each with its place', () => {
    expect(admit(service('web', '{ports: [{port: 0}, {port: 80, name: b}]}')).stdout).toBe(
      [
        'The Service "web" is invalid:',
        '* spec.ports[0].port: Invalid value: 0: must be between 1 and 65535, inclusive',
        '  --> a.yaml:5:17',
        '* spec.ports[0].targetPort: Invalid value: 0: must be between 1 and 65535, inclusive',
        '  --> a.yaml:5:17',
        '* spec.ports[0].name: Required value',
        '  --> a.yaml:5:16',
        '',
      ].join('\n'),
    );
  });

  test('what does not decode hides all else', () => {
    expect(admit(service('web', '{ports: [{port: "80"}], type: Odd}'))).toEqual({
      stdout:
        'Error from server (BadRequest): error when creating "a.yaml": Service in version "v1" cannot be handled as a Service: json: cannot unmarshal string into Go struct field ServicePort.spec.ports.port of type int32\n  --> a.yaml:5:17\n',
      code: 1,
    });
  });

  test('a version that is gone', () => {
    const { stdout, code } = admit('apiVersion: extensions/v1beta1\nkind: Ingress\nmetadata: {name: edge, namespace: shop}\n');
    expect(stdout).toBe(
      'error: resource mapping not found for name: "edge" namespace: "shop" from "a.yaml": no matches for kind "Ingress" in version "extensions/v1beta1"\nensure CRDs are installed first\n  --> a.yaml:1:1\n',
    );
    expect(code).toBe(1);
  });

  test('a warning comes with what is accepted', () => {
    const slice = 'apiVersion: v1\nkind: Endpoints\nmetadata: {name: web}\nsubsets: [{addresses: [{ip: 10.0.0.1}]}]\n';
    expect(admit(slice)).toEqual({
      stdout:
        'Warning: v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice\n  --> a.yaml:1:1\nendpoints/web created (server dry run)\n',
      code: 0,
    });
  });

  test('a value that is not known leaves the answer open', () => {
    expect(admit(service('web', '{ports: [{port: 80}], type: "${TYPE}"}'))).toEqual({
      stdout: 'service/web undecided: it holds values that are not known\n  --> a.yaml:1:1\n',
      code: 0,
    });
  });

  test('where only some minors refuse, they are named', () => {
    const { stdout, code } = admit(service('1web', '{ports: [{port: 80}]}'));
    expect(stdout).toContain('(Kubernetes 1.34-1.35)\n  --> a.yaml:4:3\n');
    expect(code).toBe(0);
    expect(admit(service('1web', '{ports: [{port: 80}]}'), '--kubernetes-version', '1.35').code).toBe(1);
    expect(admit(service('1web', '{ports: [{port: 80}]}'), '--kubernetes-version', '1.36')).toEqual({
      stdout: 'service/1web created (server dry run)\n',
      code: 0,
    });
  });

  test('text that kubectl cannot read', () => {
    expect(admit('apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, labels: {null: b}}\n')).toEqual({
      stdout: 'error: error parsing a.yaml: error converting YAML to JSON: yaml: line 3: key "null" is null\n  --> a.yaml:3:30\n',
      code: 1,
    });
  });

  test('names cannot draw on the terminal', () => {
    expect(admit(service('"web\\u001b[31m"', '{ports: [{port: 80}]}')).stdout).not.toContain('\u001b');
  });

  test('as JSON, with the check and the rule that speaks of it', () => {
    const { stdout, code } = admit(service('web', '{ports: [{port: 80, nodePort: 30001}]}'), '--format', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      objects: [
        {
          apiVersion: 'v1',
          kind: 'Service',
          namespace: null,
          name: 'web',
          path: 'a.yaml',
          line: 1,
          verdict: 'refuse',
          code: 422,
          reason: 'Invalid',
          message: 'Service "web" is invalid: spec.ports[0].nodePort: Forbidden: may not be used when `type` is \'ClusterIP\'',
          causes: [
            {
              reason: 'FieldValueForbidden',
              field: 'spec.ports[0].nodePort',
              message: "Forbidden: may not be used when `type` is 'ClusterIP'",
              check: 'service/node-port-type',
              rule: 'node-port-on-cluster-ip',
              line: 5,
              column: 27,
            },
          ],
          warnings: [],
        },
      ],
    });
  });
});
