/**
 * The forms of names, as `k8s.io/apimachinery/pkg/util/validation` and `pkg/api/validate/content` define them (S-001, S-002, S-115). Each
 * function gives what the API server says against a text, one sentence per fault; none where the text has the form.
 */
type Faults = readonly string[];

const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const LABEL_1035 = '[a-z]([-a-z0-9]*[a-z0-9])?';
const SUBDOMAIN = `${LABEL}(\\.${LABEL})*`;
const QUALIFIED = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';

const UNDERSCORE_LABEL = '_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?';
const UNDERSCORE_SUBDOMAIN = `${UNDERSCORE_LABEL}(\\.${UNDERSCORE_LABEL})*`;

const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`);

const LABEL_PATTERN = whole(LABEL);
const LABEL_1035_PATTERN = whole(LABEL_1035);
const SUBDOMAIN_PATTERN = whole(SUBDOMAIN);
const UNDERSCORE_PATTERN = whole(UNDERSCORE_SUBDOMAIN);
const QUALIFIED_PATTERN = whole(QUALIFIED);
const WILDCARD_PATTERN = whole(`\\*\\.${SUBDOMAIN}`);
const CONFIG_KEY_PATTERN = /^[-._a-zA-Z0-9]+$/;
const ENV_NAME_PATTERN = /^[ -<>-~]+$/;
const HTTP_HEADER_PATTERN = /^[-A-Za-z0-9]+$/;

const HTTP_PATH = "[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+";
const HTTP_PATH_PATTERN = whole(HTTP_PATH);
const PERCENT_PATTERN = /^[0-9]+%$/;

const LABEL_TEXT =
  "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character";
const LABEL_1035_TEXT =
  "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character";
const SUBDOMAIN_TEXT =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character";
const QUALIFIED_TEXT = "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character";

/** The server's `RegexError`: what is wrong, examples, and the pattern. */
function patternFault(text: string, pattern: string, ...examples: readonly string[]): string {
  return `${text} (e.g. ${examples.map(example => `'${example}'`).join(',  or ')}, regex used for validation is '${pattern}')`;
}

const characters = (most: number): string => `must be no more than ${String(most)} characters`;
const bytes = (most: number): string => `must be no more than ${String(most)} bytes`;

/** Length of a text in UTF-8, which is what the server counts. */
export function byteLength(text: string): number {
  let length = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return length;
}

/** A DNS label (RFC 1123): container names, volume names, namespaces. Of what would be a name of several labels the server names the dots. */
export function dns1123LabelFaults(text: string): Faults {
  const long = byteLength(text) > 63 ? [characters(63)] : [];
  if (LABEL_PATTERN.test(text)) return long;
  return [...long, SUBDOMAIN_PATTERN.test(text) ? 'must not contain dots' : patternFault(LABEL_TEXT, LABEL, 'my-name', '123-abc')];
}

/** A DNS label that starts with a letter (RFC 1035): names of Services before 1.36. */
export function dns1035LabelFaults(text: string): Faults {
  const long = byteLength(text) > 63 ? [characters(63)] : [];
  return LABEL_1035_PATTERN.test(text) ? long : [...long, patternFault(LABEL_1035_TEXT, LABEL_1035, 'my-name', 'abc-123')];
}

/** A lower-case DNS name: names of most objects. */
export function dns1123SubdomainFaults(text: string): Faults {
  const long = byteLength(text) > 253 ? [characters(253)] : [];
  return SUBDOMAIN_PATTERN.test(text) ? long : [...long, patternFault(SUBDOMAIN_TEXT, SUBDOMAIN, 'example.com')];
}

/** A lower-case DNS name that may have underscores: search domains of a pod. */
export function dns1123SubdomainWithUnderscoreFaults(text: string): Faults {
  const long = byteLength(text) > 253 ? [characters(253)] : [];
  const form =
    "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '_', '-' or '.', and must start and end with an alphanumeric character";
  return UNDERSCORE_PATTERN.test(text) ? long : [...long, patternFault(form, UNDERSCORE_SUBDOMAIN, 'example.com')];
}

/** A DNS name whose first label is `*`: hosts of an Ingress. */
export function wildcardDns1123SubdomainFaults(text: string): Faults {
  const long = byteLength(text) > 253 ? [characters(253)] : [];
  const wildcard =
    "a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, which must consist of lower case alphanumeric characters, '-' or '.' and end with an alphanumeric character";
  return WILDCARD_PATTERN.test(text) ? long : [...long, patternFault(wildcard, `\\*\\.${SUBDOMAIN}`, '*.example.com')];
}

/** Key of a label, annotation, resource or condition: a name with an optional DNS prefix (S-001). */
export function qualifiedNameFaults(text: string): Faults {
  const parts = text.split('/');
  if (parts.length > 2) {
    const form = patternFault(`a valid label key ${QUALIFIED_TEXT}`, QUALIFIED, 'MyName', 'my.name', '123-abc');
    return [`${form} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`];
  }
  const [name = '', prefix] = parts.toReversed();
  return [...prefixFaults(prefix), ...namePartFaults(name)];
}

function prefixFaults(prefix: string | undefined): Faults {
  if (prefix === undefined) return [];
  if (prefix === '') return ['prefix part must be non-empty'];
  const long = byteLength(prefix) > 253 ? [`prefix part ${bytes(253)}`] : [];
  return SUBDOMAIN_PATTERN.test(prefix) ? long : [...long, `prefix part ${patternFault(SUBDOMAIN_TEXT, SUBDOMAIN, 'example.com')}`];
}

function namePartFaults(name: string): Faults {
  if (name === '') return ['name part must be non-empty', `name part ${patternFault(QUALIFIED_TEXT, QUALIFIED, 'MyName', 'my.name', '123-abc')}`];
  const long = byteLength(name) > 63 ? [`name part ${bytes(63)}`] : [];
  return QUALIFIED_PATTERN.test(name) ? long : [...long, `name part ${patternFault(QUALIFIED_TEXT, QUALIFIED, 'MyName', 'my.name', '123-abc')}`];
}

/** Value of a label (S-002). */
export function labelValueFaults(text: string): Faults {
  const long = byteLength(text) > 63 ? [bytes(63)] : [];
  if (text === '' || QUALIFIED_PATTERN.test(text)) return long;
  const form = `a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character`;
  return [...long, patternFault(form, `(${QUALIFIED})?`, 'MyValue', 'my_value', '12345')];
}

/** Name of a container port (IANA service name, S-115). */
export function portNameFaults(text: string): Faults {
  const faults: string[] = [];
  if (byteLength(text) > 15) faults.push(characters(15));
  if (!/^[-a-z0-9]+$/.test(text)) faults.push('must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)');
  if (!/[a-z]/.test(text)) faults.push('must contain at least one letter (a-z)');
  if (text.includes('--')) faults.push('must not contain consecutive hyphens');
  if (text.startsWith('-') || text.endsWith('-')) faults.push('must not begin or end with a hyphen');
  return faults;
}

/** Number of a port (S-067). */
export function portNumberFaults(port: number): Faults {
  return port >= 1 && port <= 65535 ? [] : ['must be between 1 and 65535, inclusive'];
}

/** Key of a ConfigMap or Secret. */
export function configMapKeyFaults(text: string): Faults {
  const faults: string[] = [];
  if (byteLength(text) > 253) faults.push(characters(253));
  const form = "a valid config key must consist of alphanumeric characters, '-', '_' or '.'";
  if (!CONFIG_KEY_PATTERN.test(text)) faults.push(patternFault(form, '[-._a-zA-Z0-9]+', 'key.name', 'KEY_NAME', 'key-name'));
  if (text === '.') faults.push("must not be '.'");
  else if (text === '..') faults.push("must not be '..'");
  else if (text.startsWith('..')) faults.push("must not start with '..'");
  return faults;
}

/** Name of a variable, as servers from 1.30 on take it: printable ASCII without `=` (S-355). */
export function envVarNameFaults(text: string): Faults {
  const form = "a valid environment variable name must consist only of printable ASCII characters other than '='";
  return ENV_NAME_PATTERN.test(text) ? [] : [form];
}

/** Name of an HTTP header. */
export function httpHeaderNameFaults(text: string): Faults {
  const form = "a valid HTTP header must consist of alphanumeric characters or '-'";
  return HTTP_HEADER_PATTERN.test(text) ? [] : [patternFault(form, '[-A-Za-z0-9]+', 'X-Header-Name')];
}

/** A share of something: `25%`. */
export function percentFaults(text: string): Faults {
  const form = "a valid percent string must be a numeric string followed by an ending '%'";
  return PERCENT_PATTERN.test(text) ? [] : [patternFault(form, '[0-9]+%', '1%', '93%')];
}

/** A domain and a path behind it, as `acme.io/foo`: who manages a Job. Each fault with the part of the text that has it. */
export function domainPrefixedPathFaults(text: string): readonly { readonly part: string; readonly fault: string }[] {
  const slash = text.indexOf('/');
  const [host, path] = [text.slice(0, slash), text.slice(slash + 1)];
  if (slash < 1 || path === '') return [{ part: text, fault: 'must be a domain-prefixed path (such as "acme.io/foo")' }];
  const faults = dns1123SubdomainFaults(host).map(fault => ({ part: host, fault }));
  if (HTTP_PATH_PATTERN.test(path)) return faults;
  return [...faults, { part: path, fault: `Invalid path (regex used for validation is '${HTTP_PATH}')` }];
}

/** A name that becomes a segment of a URL: RBAC objects and others. */
export function pathSegmentFaults(text: string): Faults {
  if (text === '.' || text === '..') return [`may not be '${text}'`];
  return ['/', '%'].filter(part => text.includes(part)).map(part => `may not contain '${part}'`);
}
