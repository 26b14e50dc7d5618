import type { Container } from '../model/pod.ts';
import { probesOf, type Probe } from '../model/probe.ts';
import { readUrl } from '../model/url.ts';
import { valueOf } from '../yaml/field.ts';
import type { Place } from '../yaml/place.ts';
import { readImageName } from './listening/known-images.ts';
import { isSettled } from './listening/settled.ts';
import { readSettings, type Setting } from './listening/words.ts';
import { resolveProbePort } from './probe-port.ts';

/** What shows that an application is served below a path that a probe leaves out. */
export type BasePathEvidence =
  | { readonly kind: 'setting'; readonly path: string; readonly at: Place }
  | { readonly kind: 'other-probe'; readonly path: string; readonly at: Place; readonly other: Probe };

/** Settings that move all that a server serves: of servlets, Spring WebFlux, Prometheus and its kin, Keycloak. */
const BASE_PATH = /^(?:(?:server-)?(?:servlet-)?context-path|spring-webflux-base-path|(?:web-)?route-prefix|(?:kc-)?http-relative-path)$/;
const EXTERNAL_URL = 'web-external-url';
/** A server for health checks of its own has a base path of its own. */
const MANAGEMENT = /(?:^|-)management-/;

const ROUTED_BY_URL = new Set(['prometheus', 'alertmanager']);

function withoutEnd(path: string): string {
  return path.replace(/\/+$/, '');
}

/** Whether a server of the URL's path serves there, which Prometheus and Alertmanager do unless they are told a prefix. */
function isRoutedByUrl(container: Container, settings: readonly Setting[]): boolean {
  const image = valueOf(container.image);
  return image !== undefined && ROUTED_BY_URL.has(readImageName(image).base) && !settings.some(({ name }) => name === 'web-route-prefix');
}

function findSetting(container: Container): BasePathEvidence | undefined {
  const settings = readSettings(container);
  if (settings.some(({ name }) => MANAGEMENT.test(name))) return undefined;
  for (const { name, value, at } of settings) {
    const url = name === EXTERNAL_URL && isRoutedByUrl(container, settings) ? readUrl(value) : undefined;
    const path = withoutEnd(typeof url === 'object' ? url.path : BASE_PATH.test(name) ? value : '');
    if (/^\/[\w./-]+$/.test(path)) return { kind: 'setting', path, at };
  }
  return undefined;
}

function portOf(probe: Probe): number | undefined {
  const port = resolveProbePort(probe);
  return port.state === 'resolved' ? port.number : undefined;
}

/** Another probe of the same port whose path is that of this one below something. */
function findOther(probe: Probe, path: string): BasePathEvidence | undefined {
  const port = portOf(probe);
  if (port === undefined || path.length < 2) return undefined;
  for (const other of probesOf(probe.container)) {
    const longer = valueOf(other.path) ?? '';
    if (other === probe || other.handler !== 'httpGet' || portOf(other) !== port || longer === path || !longer.endsWith(path)) continue;
    return { kind: 'other-probe', path: longer.slice(0, -path.length), at: other.path.at, other };
  }
  return undefined;
}

/** The base path of the application that the path of a probe lacks. */
export function findBasePath(probe: Probe): BasePathEvidence | undefined {
  const path = probe.path.state === 'absent' ? '/' : valueOf(probe.path);
  if (probe.handler !== 'httpGet' || probe.host.state !== 'absent' || !path?.startsWith('/') || !isSettled(probe.container)) return undefined;
  const setting = findSetting(probe.container);
  if (setting) return path === setting.path || path.startsWith(`${setting.path}/`) ? undefined : setting;
  return findOther(probe, path);
}
