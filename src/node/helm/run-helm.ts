import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A helm that may be started, by its absolute path. */
export interface Helm {
  readonly program: string;
  /** `3.17.3` */
  readonly version: string;
}

/** What one run of helm may use. */
export interface HelmLimits {
  /** Of work; watched where the system tells it. */
  readonly milliseconds: number;
  /** By the clock: a machine may have much else to do. */
  readonly patience: number;
  /** Of what it prints. */
  readonly bytes: number;
  /** Resident memory; watched where the system tells it. */
  readonly memory: number;
}

export const HELM_LIMITS: HelmLimits = { milliseconds: 10_000, patience: 30_000, bytes: 32 * 1024 * 1024, memory: 1024 * 1024 * 1024 };

/** Which limit a run went over. */
export type Excess = 'time' | 'output' | 'memory';

export interface HelmAnswer {
  readonly ok: boolean;
  readonly stdout: string;
  readonly stderr: string;
  readonly excess: Excess | undefined;
}

/** How often a run's memory is looked at. A chart can ask for gigabytes a second. */
const LOOK_EVERY = 20;

const PAGE = 4096;

/** Makes the folder that helm takes for its home: no plugins, no repositories, no cluster. */
export async function makeHome(folder: string): Promise<string> {
  const home = path.join(folder, 'home');
  await Promise.all(['plugins', 'config', 'cache', 'data', 'tmp'].map(name => mkdir(path.join(home, name), { recursive: true })));
  await writeFile(path.join(home, 'kubeconfig'), '');
  return home;
}

/** Nothing of the caller's environment: no proxy, no credentials, no plugins, no settings. */
function environmentIn(home: string, { memory }: HelmLimits): NodeJS.ProcessEnv {
  // Windows starts no program without it.
  const root = process.platform === 'win32' ? { SystemRoot: process.env['SystemRoot'] } : {};
  return {
    ...root,
    HOME: home,
    TMPDIR: path.join(home, 'tmp'),
    HELM_PLUGINS: path.join(home, 'plugins'),
    HELM_NO_PLUGINS: '1',
    HELM_CONFIG_HOME: path.join(home, 'config'),
    HELM_CACHE_HOME: path.join(home, 'cache'),
    HELM_DATA_HOME: path.join(home, 'data'),
    KUBECONFIG: path.join(home, 'kubeconfig'),
    GOMEMLIMIT: String(Math.floor(memory * 0.75)),
    LC_ALL: 'C',
  };
}

/** Ticks of a second in which Linux counts work. */
const TICKS = 100;

/** Milliseconds that a process has worked, on all cores together. */
async function workOf(pid: number): Promise<number> {
  try {
    const [, rest = ''] = (await readFile(`/proc/${String(pid)}/stat`, 'latin1')).split(') ');
    const fields = rest.split(' ');
    return ((Number(fields[11]) + Number(fields[12])) / TICKS) * 1000;
  } catch {
    return 0;
  }
}

async function residentMemory(pid: number): Promise<number> {
  try {
    const [, pages] = (await readFile(`/proc/${String(pid)}/statm`, 'latin1')).split(' ');
    return Number(pages) * PAGE;
  } catch {
    return 0;
  }
}

/** Ends a run that goes over a limit. */
class Watch {
  excess: Excess | undefined;
  readonly #child: ChildProcess;
  readonly #timers: NodeJS.Timeout[];

  constructor(child: ChildProcess, { milliseconds, patience, memory }: HelmLimits) {
    this.#child = child;
    this.#timers = [setTimeout(() => this.end('time'), patience)];
    const { pid } = child;
    if (process.platform !== 'linux' || pid === undefined) return;
    const look = async (): Promise<void> => {
      if ((await residentMemory(pid)) > memory) this.end('memory');
      else if ((await workOf(pid)) > milliseconds) this.end('time');
    };
    this.#timers.push(setInterval(() => void look(), LOOK_EVERY));
  }

  readonly end = (excess: Excess): void => {
    this.excess ??= excess;
    this.#child.kill('SIGKILL');
  };

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }
}

/** Runs helm with nothing to meet: an empty environment, an empty home, no input, no shell. */
export function runHelm({ program }: Pick<Helm, 'program'>, args: readonly string[], home: string, limits: HelmLimits = HELM_LIMITS): Promise<HelmAnswer> {
  const child = spawn(program, args, { cwd: home, env: environmentIn(home, limits), stdio: ['ignore', 'pipe', 'pipe'], shell: false, windowsHide: true });
  const watch = new Watch(child, limits);
  const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
  let size = 0;
  const takeInto = (chunks: Buffer[]) => (chunk: Buffer) => {
    size += chunk.length;
    if (size > limits.bytes) watch.end('output');
    else chunks.push(chunk);
  };
  child.stdout.on('data', takeInto(stdout));
  child.stderr.on('data', takeInto(stderr));
  return new Promise(resolve => {
    const finish = (ok: boolean, error = ''): void => {
      watch.stop();
      resolve({
        ok: ok && watch.excess === undefined,
        stdout: Buffer.concat(stdout).toString('utf8'),
        stderr: `${Buffer.concat(stderr).toString('utf8')}${error}`,
        excess: watch.excess,
      });
    };
    child.once('error', error => {
      finish(false, error.message);
    });
    child.once('close', code => {
      finish(code === 0);
    });
  });
}
