/** The parts of a URL, as Go's net/url names them. */
export interface Url {
  readonly scheme: string;
  /** Text before `@`; undefined where there is none. */
  readonly user?: string;
  /** Host with its port. */
  readonly host: string;
  readonly path: string;
  readonly query: string;
  readonly fragment: string;
}

const HOST_CHARACTER = /[^-A-Za-z0-9._~!$&'()*+,;=:[\]%<>"]/u;

const isControl = (character: string): boolean => character < ' ' || character === '\u007f';

function splitAt(text: string, mark: string): readonly [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + mark.length)];
}

/** The scheme and what follows it. A text: why there is none. */
function readScheme(text: string): readonly [string, string] | string {
  const [, scheme, rest = ''] = /^([A-Za-z][-+.A-Za-z0-9]*):(.*)$/s.exec(text) ?? [];
  if (scheme !== undefined) return [scheme.toLowerCase(), rest];
  if (text.startsWith(':')) return 'missing protocol scheme';
  return ['', text];
}

/** What is wrong with an escape such as `%zz`. */
function escapeFault(text: string): string | undefined {
  const found = /%(?![0-9a-fA-F]{2}).{0,2}/s.exec(text)?.[0];
  return found === undefined ? undefined : `invalid URL escape "${found}"`;
}

function hostFault(host: string): string | undefined {
  const character = HOST_CHARACTER.exec(host)?.[0];
  if (character !== undefined && (character.codePointAt(0) ?? 0) < 0x80) return `invalid character "${character}" in host name`;
  if (host.startsWith('[') && !host.includes(']')) return "missing ']' in host";
  const [, port] = /:([^\]]*)$/.exec(host.startsWith('[') ? host.slice(host.indexOf(']') + 1) : host) ?? [];
  if (port !== undefined && !/^\d*$/.test(port)) return `invalid port ":${port}" after host`;
  return escapeFault(host);
}

function readAuthority(text: string): Pick<Url, 'user' | 'host'> | string {
  const at = text.lastIndexOf('@');
  const host = text.slice(at + 1);
  const fault = hostFault(host);
  if (fault !== undefined) return fault;
  return at < 0 ? { host } : { user: text.slice(0, at), host };
}

/** Reads a URL as Go's `url.Parse` does. A text: what is wrong with it, in Go's words. */
export function readUrl(text: string): Url | string {
  const fault = (what: string): string => `parse ${JSON.stringify(text)}: ${what}`;
  if ([...text].some(isControl)) return fault('net/url: invalid control character in URL');
  const [withoutFragment, fragment] = splitAt(text, '#');
  const scheme = readScheme(withoutFragment);
  if (typeof scheme === 'string') return fault(scheme);
  const [beforeQuery, query] = splitAt(scheme[1], '?');
  const isHierarchical = beforeQuery.startsWith('//') && (scheme[0] !== '' || !beforeQuery.startsWith('///'));
  const [authority, path] = isHierarchical ? splitPath(beforeQuery.slice(2)) : ['', beforeQuery];
  if (scheme[0] === '' && !path.startsWith('/') && splitAt(path, '/')[0].includes(':')) return fault('first path segment in URL cannot contain colon');
  const found = readAuthority(authority);
  if (typeof found === 'string') return fault(found);
  const escape = scheme[0] !== '' && !isHierarchical && !path.startsWith('/') ? undefined : (escapeFault(path) ?? escapeFault(fragment));
  return escape === undefined ? { scheme: scheme[0], ...found, path, query, fragment } : fault(escape);
}

function splitPath(text: string): readonly [string, string] {
  const at = text.indexOf('/');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)];
}
