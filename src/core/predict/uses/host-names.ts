/** One address in a text: a host name of the form that cluster DNS answers, with its port if one is written. */
export interface HostName {
  /** Labels of the name, the first `*` where a placeholder stands for it. */
  readonly labels: readonly string[];
  readonly port: number | undefined;
  /** The port comes from the scheme and is not written. */
  readonly portImplied: boolean;
  /** Of a URL: "http". */
  readonly scheme: string | undefined;
  /** The address is the whole text, but for blanks: then a bare word may be a host. */
  readonly alone: boolean;
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
}

const PLACEHOLDER = /\{\{[^}\n]*\}\}|\$\{[^}\n]*\}|\$\([^)\n]*\)|\$[A-Za-z_]\w*/g;

const LABEL = '[a-z0-9*](?:[-a-z0-9*]*[a-z0-9*])?';
const ADDRESS = new RegExp(
  `(?<![\\w.\\-*@$%])(?:([a-z][a-z0-9+.-]*):\\/\\/(?:[^\\s/@"'<>]{1,100}@)?)?(${LABEL}(?:\\.${LABEL})*)\\.?(?::(\\d{1,5})(?!\\d))?(?![\\w*])`,
  'g',
);

/** Schemes whose authority is no network host. */
const OTHER_SCHEMES = new Set([
  'file',
  'hf',
  'gs',
  's3',
  'op',
  'oci',
  'docker',
  'kubernetes',
  'unix',
  'env',
  'vault',
  'arn',
  'jar',
  'classpath',
  'git',
  'secret',
  'configmap',
]);

/** Ports that a URL means where it writes none. */
const SCHEME_PORTS: Readonly<Record<string, number>> = { http: 80, https: 443, ws: 80, wss: 443 };

/** Schemes of drivers come in parts: `jdbc:postgresql://`, `mongodb+srv://`. */
function isNetworkScheme(scheme: string | undefined): boolean {
  return scheme === undefined || !OTHER_SCHEMES.has(scheme);
}

/**
 * All addresses of a text, in one pass. What looks like an address is often none: callers keep those that name a Service of the set, or
 * those whose form leaves no doubt (a URL, a port, a name that ends in `.svc`).
 */
export function* readHostNames(text: string): Iterable<HostName> {
  const masked = text.replaceAll(PLACEHOLDER, placeholder => '*'.repeat(placeholder.length));
  const [first, last] = [masked.search(/\S/), masked.trimEnd().length];
  for (const match of masked.matchAll(ADDRESS)) {
    const [whole, scheme, name = '', port] = match;
    const labels = name.split('.').map((label, i) => (i === 0 && label.includes('*') ? '*' : label));
    if (!isNetworkScheme(scheme) || labels.slice(1).some(label => label.includes('*')) || /^[\d.]+$/.test(name)) continue;
    yield {
      labels,
      port: port === undefined ? (scheme === undefined ? undefined : SCHEME_PORTS[scheme]) : Number(port),
      portImplied: port === undefined,
      scheme,
      alone: match.index === first && match.index + whole.length === last,
      start: match.index,
      end: match.index + whole.length,
    };
  }
}

/** Names of variables and flags whose value is a host, even if it is a bare word. */
const HOST_SETTING =
  /(?:^|[_\-.])(?:host|hostname|addr|address|url|uri|server|servers|endpoint|endpoints|broker|brokers|nodes|peers|seeds|hosts|dsn|upstream|backend|target|bootstrap)s?$/i;

/** Words of such settings that are no names of hosts. */
const NO_HOST = new Set(['true', 'false', 'yes', 'no', 'on', 'off', 'none', 'null', 'dns', 'env', 'http', 'https', 'tcp', 'udp', 'grpc', 'localhost']);

/** Whether a bare word in a setting of that name is a host. */
export function isHostSetting(name: string): boolean {
  return HOST_SETTING.test(name);
}

export function isHostWord(word: string): boolean {
  return !NO_HOST.has(word);
}
