import type { Cursor } from '../../../../yaml/cursor.ts';
import { dns1035LabelFaults, dns1123SubdomainFaults, pathSegmentFaults, portNumberFaults } from '../../formats.ts';
import { booleanOf, isEmpty, isSet, numberOf, pointerOf, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import type { KindValidator } from '../../validator.ts';
import { refuseFaults, requireField } from '../meta/text.ts';

interface ServiceReference {
  readonly namespace?: string;
  readonly name?: string;
  readonly port?: number;
}

/** Of kube-aggregator, which the package of the API's types leaves out. */
interface APIServiceSpec {
  readonly service?: ServiceReference;
  readonly group?: string;
  readonly version?: string;
  readonly insecureSkipTLSVerify?: boolean;
  readonly caBundle?: string;
  readonly groupPriorityMinimum?: number;
  readonly versionPriority?: number;
}

type Spec = Cursor<APIServiceSpec>;

/** The name is the version and the group. */
function validateName(name: Cursor, spec: Spec, to: Refusals): void {
  const [text, group, version] = [textOf(name), textOf(spec.get('group')), textOf(spec.get('version'))];
  if (text === undefined || text === '' || group === undefined || version === undefined || pathSegmentFaults(text).length > 0) return;
  const wanted = `${version}.${group}`;
  if (text !== wanted) to.invalid('api-service/name', name, `must be \`spec.version+"."+spec.group\`: ${JSON.stringify(wanted)}`);
}

function validateGroupVersion(spec: Spec, to: Refusals): void {
  const [group, version] = [spec.get('group'), spec.get('version')];
  const [groupText, versionText] = [textOf(group), textOf(version)];
  if (groupText === '' && versionText !== undefined && versionText !== 'v1') {
    to.required('api-service/group-required', group, 'only v1 may have an empty group and it better be legacy kube');
  }
  refuseFaults(group, to, { check: 'api-service/group' }, dns1123SubdomainFaults);
  if (versionText !== undefined) for (const fault of dns1035LabelFaults(versionText)) to.invalid('api-service/version', version, fault);
}

function validatePriority(field: Cursor<number>, most: number, to: Refusals): void {
  const value = numberOf(field);
  if (value === undefined || (value > 0 && value <= most)) return;
  to.invalid('api-service/priority', field, `must be positive and less than ${String(most)}`, { value });
}

/** Bytes that a base64 text decodes to. */
const decodedLength = (text: string): number => Math.floor((text.replace(/[\s=]/g, '').length * 3) / 4);

/** An API of the server itself needs no certificate. */
function validateLocal(spec: Spec, to: Refusals): void {
  const [bundle, insecure] = [spec.get('caBundle'), spec.get('insecureSkipTLSVerify')];
  const text = textOf(bundle) ?? '';
  if (text !== '') to.invalid('api-service/local', bundle, 'local APIServices may not have a caBundle', { value: `${String(decodedLength(text))} bytes` });
  if (booleanOf(insecure) === true) to.invalid('api-service/local', insecure, 'local APIServices may not have insecureSkipTLSVerify');
}

function validateService(spec: Spec, to: Refusals): void {
  const service = spec.get('service');
  for (const field of [service.get('namespace'), service.get('name')]) requireField(field, to, { check: 'api-service/service-required' });
  const port = pointerOf(service.get('port').number());
  if (typeof port === 'number') for (const fault of portNumberFaults(port)) to.invalid('port/number', service.get('port'), `port is not valid: ${fault}`);
  const insecure = spec.get('insecureSkipTLSVerify');
  if (booleanOf(insecure) === true && isSet(spec.get('caBundle'))) to.invalid('api-service/insecure', insecure, 'may not be true if caBundle is present');
}

/** `ValidateAPIService`. */
export const API_SERVICE: KindValidator = {
  scope: 'Cluster',
  nameFaults: pathSegmentFaults,
  validate(object, to) {
    const spec = object.get('spec').as<APIServiceSpec>();
    validateName(object.get('metadata').get('name'), spec, to);
    validateGroupVersion(spec, to);
    validatePriority(spec.get('groupPriorityMinimum'), 20_000, to);
    validatePriority(spec.get('versionPriority'), 1000, to);
    if (spec.get('service').isAbsent) validateLocal(spec, to);
    else if (!isEmpty(spec.get('service')) || spec.get('service').isMapping) validateService(spec, to);
  },
};
