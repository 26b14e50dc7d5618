import type { Container } from '../../model/pod.ts';
import type { Place } from '../../yaml/place.ts';
import { readSettings, type Setting } from './words.ts';

/** Where a process is told to listen. */
export interface Listener {
  /** Undefined where only a port is told: then it is the process's default, mostly all addresses. */
  readonly host: string | undefined;
  readonly port: number | undefined;
  /** The main listener of the process, as far as its name tells: not one for metrics, health or administration. */
  readonly main: boolean;
  /** The name says so: "listen" or "bind". Otherwise it may be an address that the process only publishes. */
  readonly explicit: boolean;
  readonly at: Place;
}

/** Words before `port`, `host` or `address` that name the side of the server. */
const SERVER = '(?:http|https|h1|h2|h2c|web|app|api|server|listen|listener|bind|service|secure|insecure|grpc|rest|tcp|main|public|container)';
const PORT_NAME = new RegExp(`^(?:${SERVER}-)*port$`);
const LISTEN_NAME = new RegExp(`^(?:[a-z0-9]+-)*(?:listen|bind)(?:-(?:addr|address|ip|host|on|to))?$`);
const ADDRESS_NAME = new RegExp(`^(?:${SERVER}-)*(?:addr|address)$`);
const HOST_NAME = new RegExp(`^(?:(?:${SERVER}-)*(?:host|hostname|ip|interface)|(?:listen|bind)-(?:host|ip|interface))$`);
const SIDE = /(?:^|-)(?:metrics|health|healthz|admin|debug|pprof|probe|telemetry|prometheus|status|monitoring|peer|cluster|gossip|raft|proxy|webhook)(?:-|$)/;

const LOCAL = /^(?:127(?:\.\d{1,3}){3}|localhost|::1|\[::1\])$/;

export function isLocal(host: string | undefined): boolean {
  return host !== undefined && LOCAL.test(host);
}

export interface Address {
  readonly host: string | undefined;
  readonly port: number | undefined;
}

/** `127.0.0.1:8080`, `:8080`, `tcp://0.0.0.0:80`, `[::1]:80`, or a host alone. */
export function readAddress(value: string): Address | undefined {
  const match = /^(?:[a-z0-9+]+:\/\/)?(\[[0-9a-f:]*\]|[\w.*-]*|::1?)(?::(\d{1,5}))?\/?$/i.exec(value);
  if (!match) return undefined;
  const [, host = '', port] = match;
  if (port === undefined && /^\d+$/.test(host)) return { host: undefined, port: Number(host) };
  return { host: host === '' ? undefined : host, port: port === undefined ? undefined : Number(port) };
}

/** A host beside a port. Another name than those of this machine is that of a server to call; in the environment only `HOST` itself is a listener's. */
function readHost({ name, value, at, from }: Setting, main: boolean): Listener | undefined {
  if (!HOST_NAME.test(name) || !/^[\w.:[\]*-]+$/.test(value)) return undefined;
  const own = /^(?:0\.0\.0\.0|::|\[::\]|\*)$/.test(value) || isLocal(value);
  return own && from === 'variable' && !/^(?:host|listen-|bind-)/.test(name)
    ? undefined
    : { host: value, port: undefined, main: main && own, explicit: from === 'flag' || name !== 'host', at };
}

function readListener({ name, value, at, from }: Setting): Listener | undefined {
  const main = !SIDE.test(name);
  if (PORT_NAME.test(name)) return /^\d{2,5}$/.test(value) ? { host: undefined, port: Number(value), main, explicit: true, at } : undefined;
  if (LISTEN_NAME.test(name) || ADDRESS_NAME.test(name)) {
    const address = readAddress(value);
    // In the environment an address without the word "listen" or "bind" is as often that of a server to call.
    return address && (from === 'flag' || LISTEN_NAME.test(name)) ? { ...address, main, explicit: from === 'flag' || LISTEN_NAME.test(name), at } : undefined;
  }
  return readHost({ name, value, at, from }, main);
}

const BY_CONTAINER = new WeakMap<Container, readonly Listener[]>();

/** Where the arguments and variables of a container tell its process to listen. */
export function findListeners(container: Container): readonly Listener[] {
  let listeners = BY_CONTAINER.get(container);
  if (!listeners) {
    listeners = readSettings(container).flatMap(setting => readListener(setting) ?? []);
    BY_CONTAINER.set(container, listeners);
  }
  return listeners;
}
