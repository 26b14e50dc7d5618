import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll } from 'vitest';
import { projectRoot } from '../harness/shared.ts';

/** What a program said, stdout and stderr together as a terminal shows them, and its exit code. */
export interface Said {
  readonly text: string;
  readonly code: number | null;
}

type Environment = Readonly<Record<string, string>>;

/** A folder for the tests of a file, which goes with them. */
export function makeFolder(name: string): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), `svclint-${name}-`)));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Names that say how this very test was started, or which repository it stands in: nothing that it starts may see them. */
const OWN = /^(?:npm_|GIT_|PRE_COMMIT|VITEST|INIT_CWD$|NODE_ENV$|NODE_PATH$|GITHUB_|LEFTHOOK|HUSKY)/i;

function foreignEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined || OWN.test(name) ? [] : [[name, value]])));
}

function npmSetting(name: string): string {
  return execFileSync('npm', ['config', 'get', name], {
    cwd: tmpdir(),
    env: foreignEnvironment(),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
}

/** The environment of a person who has just got this computer: an own home, git that knows a name, npm that asks where this computer's npm asks. */
export function makeEnvironment(home: string): Environment {
  writeFileSync(
    path.join(home, '.gitconfig'),
    '[user]\n\tname = Test\n\temail = test@example.com\n[init]\n\tdefaultBranch = main\n[advice]\n\tdetachedHead = false\n',
  );
  return {
    ...foreignEnvironment(),
    HOME: home,
    XDG_CACHE_HOME: path.join(home, '.cache'),
    GIT_CONFIG_NOSYSTEM: '1',
    NO_COLOR: '1',
    PRE_COMMIT_COLOR: 'never',
    npm_config_cache: npmSetting('cache'),
    npm_config_registry: npmSetting('registry'),
    npm_config_prefer_offline: 'true',
    npm_config_update_notifier: 'false',
  };
}

/** Runs a program to its end. */
export function say(words: readonly string[], cwd: string, env: Environment): Said {
  const [command = '', ...rest] = words;
  // One pipe for both, so that they stand in the order of a terminal.
  const run = spawnSync('sh', ['-c', '"$@" 2>&1', 'sh', command, ...rest], { cwd, env, encoding: 'utf8', timeout: 280_000, maxBuffer: 64 * 1024 * 1024 });
  return { text: run.stdout, code: run.status };
}

/** As `say`, for what has to work. */
export function must(words: readonly string[], cwd: string, env: Environment): string {
  const { text, code } = say(words, cwd, env);
  if (code !== 0) throw new Error(`${words.join(' ')} exited with ${String(code)}:\n${text}`);
  return text;
}

/** A clean clone of what is committed here, as a person's git would make it. */
export function cloneProject(folder: string, env: Environment): string {
  const clone = path.join(folder, 'svclint');
  must(['git', 'clone', '--quiet', `file://${projectRoot}`, clone], folder, env);
  must(['git', 'checkout', '--quiet', '-B', 'main'], clone, env);
  return clone;
}

/** A repository in which a person works; all that is typed and answered may be shown. */
export interface Scene {
  readonly root: string;
  readonly env: Environment;
  readonly run: (...words: readonly string[]) => Said;
  readonly write: (files: Readonly<Record<string, string>>) => void;
  readonly remove: (...files: readonly string[]) => void;
}

/** `TRANSCRIPT=FILE` collects what was typed and answered. */
function note(text: string): void {
  const file = process.env['TRANSCRIPT'];
  if (file === undefined) return;
  // Places of this computer and colours say nothing to a reader.
  appendFileSync(file, stripVTControlCharacters(text).replaceAll(/[^\s']*\/svclint-[\w-]+-\w{6}\b/g, '~'));
}

/** Tells in the transcript what follows. */
export function tell(text: string): void {
  note(`\n# ${text}\n`);
}

function quoted(word: string): string {
  return /^[\w./=:@-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

export function openScene(root: string, env: Environment): Scene {
  must(['git', 'init', '--quiet', root], path.dirname(root), env);
  return {
    root,
    env,
    run: (...words) => {
      const said = say(words, root, env);
      note(`$ ${words.map(quoted).join(' ')}\n${said.text}${said.code === 0 ? '' : `[exit code ${String(said.code)}]\n`}`);
      return said;
    },
    write: files => {
      for (const [name, text] of Object.entries(files)) {
        mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
        writeFileSync(path.join(root, name), text);
      }
    },
    remove: (...files) => {
      for (const file of files) rmSync(path.join(root, file));
    },
  };
}

/** A Service and its Deployment in files of their own, which fit, and a page that says nothing of either. */
export const SHOP = {
  'k8s/service.yaml': `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - name: http
      port: 80
      targetPort: http
`,
  'k8s/deployment.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.0.0
          ports:
            - name: http
              containerPort: 8080
`,
  'README.md': '# Shop\n',
} as const;
