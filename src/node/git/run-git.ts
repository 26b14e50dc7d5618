/** Variables of the process that starts git, and of a hook. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** How git is asked. */
export interface Git {
  /** Its absolute path. */
  readonly program: string;
  readonly env: Environment;
  /** Where it looks for the repository. */
  readonly directory: string;
}

export interface GitAnswer {
  /** False where git refuses, and where its answer is larger than what was allowed. */
  readonly ok: boolean;
  readonly isTooLarge: boolean;
  readonly stdout: Buffer;
  /** The first sentence that git says of what is wrong. */
  readonly error: string;
}

/** What a hook is told about the repository that it runs for. All else of `GIT_*` changes how git works and is dropped. */
const KEPT: ReadonlySet<string> = new Set([
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_COMMON_DIR',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_QUARANTINE_PATH',
  'GIT_CEILING_DIRECTORIES',
  'GIT_DISCOVERY_ACROSS_FILESYSTEM',
]);

/** Nothing is written, asked for or fetched. */
const HARMLESS = {
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_NO_LAZY_FETCH: '1',
  // Older versions know no other way to fetch nothing: no transport has this name.
  GIT_ALLOW_PROTOCOL: 'none',
  LC_ALL: 'C',
} as const;

/** Settings that make git start a program of the repository. */
const HARDENED = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '--no-pager', '--literal-pathspecs'];

const LARGEST_ANSWER = 1 << 30;

export function environmentOf(env: Environment, keepHook: boolean): Environment {
  const kept = Object.entries(env).filter(([name]) => !name.startsWith('GIT_') || (keepHook && KEPT.has(name)));
  return { ...Object.fromEntries(kept), ...HARMLESS };
}

function firstSentence(stderr: string): string {
  const lines = stderr.split('\n').filter(text => text.trim() !== '');
  const line = lines.find(text => !text.startsWith('warning: ')) ?? lines[0] ?? '';
  return line.replace(/^(?:fatal|error): /, '').replace(/\.$/, '');
}

/** Asks git one of its plumbing commands. */
export function runGit({ program, env, directory }: Git, args: readonly string[], input = ''): GitAnswer {
  // Loading it takes longer than reading a file, and few runs ask git.
  const { spawnSync } = process.getBuiltinModule('node:child_process');
  const result = spawnSync(program, [...HARDENED, '-C', directory, ...args], {
    cwd: process.getBuiltinModule('node:path').dirname(program),
    env,
    input,
    maxBuffer: LARGEST_ANSWER,
    timeout: 120_000,
    windowsHide: true,
  });
  if (result.error) {
    const code = 'code' in result.error ? String(result.error.code) : result.error.message;
    return { ok: false, isTooLarge: code === 'ENOBUFS', stdout: Buffer.alloc(0), error: code };
  }
  return { ok: result.status === 0, isTooLarge: false, stdout: result.stdout, error: firstSentence(result.stderr.toString('utf8')) };
}

/** The texts of an answer that separates them by NUL. */
export function splitAnswer(stdout: Buffer): readonly string[] {
  return stdout.toString('utf8').split('\u0000').slice(0, -1);
}
