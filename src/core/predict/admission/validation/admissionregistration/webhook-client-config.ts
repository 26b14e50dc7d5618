import type { WebhookClientConfig } from 'kubernetes-types/admissionregistration/v1.d.ts';
import { readUrl } from '../../../../model/url.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { dns1035LabelFaults, dns1123SubdomainFaults, portNumberFaults } from '../../formats.ts';
import { countOf, pointerOf, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { requireField } from '../meta/text.ts';

const FORM = '; desired format: https://host[/path]';

export interface ClientConfigOptions {
  /** The server names a missing name of the Service as its namespace, and the other way round, where it validates admission webhooks. */
  readonly swapsNames?: boolean;
}

/** Where a webhook is reached: a URL or a Service, and not both. */
export function validateWebhookClientConfig(config: Cursor<WebhookClientConfig>, to: Refusals, { swapsNames = false }: ClientConfigOptions = {}): void {
  const [url, service] = [config.get('url'), config.get('service')];
  // Beside template lines the two may be branches of a condition.
  if (url.isUnknown || service.isUnknown || (url.isPresent && service.isPresent && config.isOpen)) return;
  if (url.isPresent === service.isPresent) to.required('webhook/client-required', config, 'exactly one of url or service is required');
  else if (url.isPresent) validateWebhookUrl(url, to);
  else validateWebhookService(service, to, swapsNames);
}

/** `ValidateWebhookURL`: the server repeats the part that it refuses. */
function validateWebhookUrl(field: Cursor<string>, to: Refusals): void {
  const text = textOf(field);
  if (text === undefined) return;
  const url = readUrl(text);
  if (typeof url === 'string') {
    to.required('webhook/url-required', field, `url must be a valid URL: ${url}${FORM}`);
    return;
  }
  const refuse = (value: string, detail: string): void => {
    to.invalid('webhook/url', field, detail, { value });
  };
  if (url.scheme !== 'https') refuse(url.scheme, `'https' is the only allowed URL scheme${FORM}`);
  if (url.host === '') refuse('', `host must be specified${FORM}`);
  if (url.user !== undefined) refuse(url.user, 'user information is not permitted in the URL');
  if (url.fragment !== '') refuse(url.fragment, 'fragments are not permitted in the URL');
  if (url.query !== '') refuse(url.query, 'query parameters are not permitted in the URL');
}

/** `ValidateWebhookService`. */
function validateWebhookService(service: Cursor<NonNullable<WebhookClientConfig['service']>>, to: Refusals, swapsNames: boolean): void {
  const [name, namespace] = [service.get('name'), service.get('namespace')];
  const check = 'webhook/service-required';
  requireField(namespace, to, { check, options: { field: (swapsNames ? name : namespace).fieldPath } });
  requireField(name, to, { check, options: { field: (swapsNames ? namespace : name).fieldPath } });
  const port = pointerOf(service.get('port').number());
  if (typeof port === 'number') for (const fault of portNumberFaults(port)) to.invalid('port/number', service.get('port'), `port is not valid: ${fault}`);
  const path = service.get('path');
  const text = textOf(path) ?? '';
  for (const fault of pathFaults(text)) to.invalid('webhook/path', path, fault);
}

/** Each segment of the path of a webhook is a DNS name. */
function pathFaults(path: string): readonly string[] {
  if (path === '/' || path === '') return [];
  if (path === '//') return ['segment[0] may not be empty'];
  const slash = path.startsWith('/') ? [] : ["must start with a '/'"];
  const segments = path.slice(1).replace(/\/$/, '').split('/');
  const faults = segments.flatMap((segment, index) => {
    const name = `segment[${String(index)}]`;
    return segment === '' ? [`${name} may not be empty`] : dns1123SubdomainFaults(segment).map(fault => `${name}: ${fault}`);
  });
  return [...slash, ...faults];
}

const REVIEW_VERSIONS = ['v1', 'v1beta1'];

/** Versions of the objects that a webhook is sent. At least one is one that the server sends. */
export function validateReviewVersions(versions: Cursor<string[]>, to: Refusals, detail?: string): void {
  if (countOf(versions) === 0) {
    to.required('webhook/review-version-required', versions, detail);
    return;
  }
  const texts = versions.items().map(version => textOf(version));
  for (const [index, version] of versions.items().entries()) {
    const text = texts[index];
    if (text === undefined) continue;
    if (!versions.isOpen && texts.indexOf(text) < index) to.invalid('webhook/review-version', version, 'duplicate version', { value: text });
    else for (const fault of dns1035LabelFaults(text)) to.invalid('webhook/review-version', version, fault, { value: text });
  }
  const isProven = countOf(versions) !== undefined && texts.every(text => text !== undefined && !REVIEW_VERSIONS.includes(text));
  if (isProven) to.invalid('webhook/review-version-unknown', versions, `must include at least one of ${REVIEW_VERSIONS.join(', ')}`, { value: texts });
}
