import { method, type Overload } from '../overload.ts';
import { BOOL, opaque, STRING } from '../type.ts';
import { CelUnknown, type CelValue } from '../value.ts';

export const AUTHORIZER = opaque('kubernetes.authorization.Authorizer');
export const RESOURCE_CHECK = opaque('kubernetes.authorization.ResourceCheck');

const PATH_CHECK = opaque('kubernetes.authorization.PathCheck');
const GROUP_CHECK = opaque('kubernetes.authorization.GroupCheck');
const DECISION = opaque('kubernetes.authorization.Decision');

/** What only a server can answer: who may do what. Only the types of these functions are known here. */
function unknown(): CelValue {
  throw new CelUnknown();
}

export const AUTHORIZATION: readonly Overload[] = [
  method('path', [AUTHORIZER, STRING], PATH_CHECK, unknown),
  method('group', [AUTHORIZER, STRING], GROUP_CHECK, unknown),
  method('serviceAccount', [AUTHORIZER, STRING, STRING], AUTHORIZER, unknown),
  method('resource', [GROUP_CHECK, STRING], RESOURCE_CHECK, unknown),
  method('subresource', [RESOURCE_CHECK, STRING], RESOURCE_CHECK, unknown),
  method('namespace', [RESOURCE_CHECK, STRING], RESOURCE_CHECK, unknown),
  method('name', [RESOURCE_CHECK, STRING], RESOURCE_CHECK, unknown),
  method('fieldSelector', [RESOURCE_CHECK, STRING], RESOURCE_CHECK, unknown),
  method('labelSelector', [RESOURCE_CHECK, STRING], RESOURCE_CHECK, unknown),
  method('check', [PATH_CHECK, STRING], DECISION, unknown),
  method('check', [RESOURCE_CHECK, STRING], DECISION, unknown),
  method('errored', [DECISION], BOOL, unknown),
  method('error', [DECISION], STRING, unknown),
  method('allowed', [DECISION], BOOL, unknown),
  method('reason', [DECISION], STRING, unknown),
];
