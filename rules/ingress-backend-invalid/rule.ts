import {
  type Cursor,
  type Fix,
  type Refusal,
  type Resource,
  type Untyped,
  defineRule,
  dns1123LabelFaults,
  fieldNameOf,
  fixOf,
  labelOf,
  removeKey,
  renameKey,
  setScalar,
  valueOf,
} from '../../src/core/api.ts';

/** The backend that a refused field belongs to: the mapping under `backend` or `defaultBackend`. */
function backendOf(cursor: Cursor<unknown>): Cursor {
  let backend: Cursor<unknown> = cursor;
  while (backend.parent && !/(?:^|\.)(?:backend|defaultBackend)$/.test(backend.fieldPath)) backend = backend.parent;
  return backend.as<Untyped>();
}

/** `Ingress "web" sends "/api"`. */
function sender(resource: Resource, backend: Cursor): string {
  if (fieldNameOf(backend) === 'defaultBackend') return `${labelOf(resource)} sends all else`;
  const path = valueOf((backend.parent ?? backend).as<Untyped>().get('path').string());
  return `${labelOf(resource)} sends ${path === undefined ? 'a path' : `"${path}"`}`;
}

const REFUSED = 'so the API server refuses it';

interface Fault {
  readonly variant: 'absent' | 'both' | 'name' | 'port' | 'port-name' | 'resource';
  readonly what: string;
  readonly help: string;
  readonly fixes?: readonly Fix[];
}

function describeResource(cursor: Cursor<unknown>, isMissing: boolean): string {
  const what = isMissing ? `without ${fieldNameOf(cursor)}` : `of ${fieldNameOf(cursor)} "${valueOf(cursor.string()) ?? ''}", which is none`;
  return `to a resource ${what}, so it is refused`;
}

function describePortName({ cursor, at }: Refusal['cause']): Fault {
  const name = valueOf(cursor.string()) ?? '';
  const why = name.length > 15 ? 'over 15 characters' : /[a-z]/.test(name) ? 'which is no port name' : 'which has no letter';
  const what = `to port "${name}", ${why}, so it is refused`;
  if (!/^[0-9]{1,5}$/.test(name)) return { variant: 'port-name', what, help: 'Use the number of the Service port' };
  const help = `Use number: ${name}`;
  return { variant: 'port-name', what, help, fixes: fixOf(help, 'unsafe', renameKey(at, 'number'), setScalar(at, Number(name))) };
}

function describeServiceName(name: string): Fault {
  // From 1.36 on, names of Services may begin with a digit.
  const isNew = dns1123LabelFaults(name).length === 0;
  const why = isNew ? 'begins with a digit, so servers before 1.36 refuse it' : 'no Service can be called, so it is refused';
  return {
    variant: 'name',
    what: `to "${name}", which ${why}`,
    help: isNew ? 'Give the Service a name that begins with a letter' : 'Use the name of the Service alone',
  };
}

function describe(cause: Refusal['cause'], service: Cursor): Fault {
  const { check, cursor } = cause;
  switch (check) {
    case 'ingress/backend':
      return service.isAbsent
        ? { variant: 'absent', what: `to neither a Service nor a resource, ${REFUSED}`, help: 'Add service with its name and port' }
        : { variant: 'both', what: `to both a Service and a resource, ${REFUSED}`, help: 'Remove one of the two' };
    case 'ingress/backend-service-name-required':
      return { variant: 'name', what: `to a Service without a name, ${REFUSED}`, help: 'Add the name of the Service' };
    case 'ingress/backend-service-name':
      return describeServiceName(valueOf(cursor.string()) ?? '');
    case 'ingress/backend-port-required':
      return { variant: 'port', what: `to a Service without a port, ${REFUSED}`, help: 'Add port with the name or the number of the Service port' };
    case 'ingress/backend-port-set-twice': {
      const fixes = fixOf('Remove the name', 'unsafe', removeKey(service.get('port').get('name').at));
      return { variant: 'port', what: `to a port by name and by number, ${REFUSED}`, help: 'Remove one of the two', fixes };
    }
    case 'ingress/backend-port-name':
      return describePortName(cause);
    default:
      return { variant: 'resource', what: describeResource(cursor, check.endsWith('required')), help: 'Name apiGroup, kind and name of one object' };
  }
}

export default defineRule({
  id: 'ingress-backend-invalid',
  title: 'A backend of the Ingress is not one Service with one port, or one resource, so the API server refuses it',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: [
    'ingress/backend',
    'ingress/backend-service-name-required',
    'ingress/backend-service-name',
    'ingress/backend-port-required',
    'ingress/backend-port-set-twice',
    'ingress/backend-port-name',
    'ingress/backend-resource-required',
    'ingress/backend-resource',
  ],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'object',
  variants: { absent: 'error', both: 'error', name: 'error', port: 'error', 'port-name': 'error', resource: 'error' },
  facts: ['S-247', 'S-248', 'S-251'],

  *check({ resource, cause }) {
    const backend = backendOf(cause.cursor);
    // The fields of v1beta1 have a finding of their own: they do not exist.
    if (cause.check === 'ingress/backend' && (backend.get('serviceName').isPresent || backend.get('servicePort').isPresent)) return;
    const { what, ...finding } = describe(cause, backend.get('service'));
    yield { ...finding, message: `${sender(resource, backend)} ${what}`, at: cause.at };
  },
});
