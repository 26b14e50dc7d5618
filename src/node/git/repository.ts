import nodePath from 'node:path';
import { findGit, findRepositoryTop } from './find-git.ts';
import { environmentOf, runGit, type Environment, type Git, type GitAnswer } from './run-git.ts';

/** Why git does not give what is asked for, in a sentence, and what would help. */
export interface GitFault {
  readonly fault: string;
  readonly help?: string;
}

/** The repository that a run stands in. */
export interface Repository {
  readonly git: Git;
  /** Absolute path of the top of its working tree. */
  readonly top: string;
  /** Where its objects are, also for a linked working tree. */
  readonly gitDirectory: string;
}

/** Where and how a repository is looked for. */
export interface Search {
  readonly cwd: string;
  readonly env: Environment;
  /** The flag that needs git, for what is said. */
  readonly flag: string;
}

/** A program that lies in the repository is not started. A repository that holds the whole system, as in a container, holds git too. */
function findTrusted(env: Environment, top: string): string | undefined {
  const isAll = nodePath.parse(top).root === top;
  return findGit(env['PATH'] ?? env['Path'] ?? '', isAll ? [] : [top], { path: nodePath });
}

function absoluteGitDirectory(git: Git): string | undefined {
  const { ok, stdout } = runGit(git, ['rev-parse', '--absolute-git-dir']);
  return ok ? stdout.toString('utf8').trimEnd() : undefined;
}

/**
 * A hook of a linked working tree is told the folder of git and not the top, which git then takes to be the working directory.
 * What is found from there without being told is the same repository, and its true top.
 */
function withTrueTop(git: Git): Git {
  if (git.env['GIT_DIR'] === undefined || git.env['GIT_WORK_TREE'] !== undefined) return git;
  const found: Git = { ...git, env: Object.fromEntries(Object.entries(git.env).filter(([name]) => name !== 'GIT_DIR')) };
  const directory = absoluteGitDirectory(found);
  return directory !== undefined && directory === absoluteGitDirectory(git) ? found : git;
}

function explainNone({ error }: GitAnswer, { cwd, flag }: Search): GitFault {
  if (error.includes('not a git repository')) return { fault: `${flag} reads git, and ${cwd} is in no git repository` };
  if (error.includes('dubious ownership'))
    return { fault: `git refuses to read this repository, which belongs to somebody else`, help: `Run git config --global --add safe.directory ${cwd}` };
  return { fault: `git could not read the repository (${error})` };
}

/** The repository around a working directory, or of the hook that runs. */
export function openRepository(search: Search): Repository | GitFault {
  const { cwd, env, flag } = search;
  const program = findTrusted(env, findRepositoryTop(cwd, { path: nodePath }) ?? cwd);
  if (program === undefined) return { fault: `${flag} reads git, and git is not on the PATH`, help: 'A git that lies in what is linted is never started' };
  const git = withTrueTop({ program, env: environmentOf(env, true), directory: cwd });
  const answer = runGit(git, ['rev-parse', '--is-inside-work-tree', '--git-common-dir', '--show-cdup']);
  if (!answer.ok) return explainNone(answer, search);
  const [inside, common = '', up = ''] = answer.stdout.toString('utf8').split('\n');
  if (inside !== 'true') return { fault: `${flag} lints a working tree, and ${cwd} is a bare git repository or the inside of .git` };
  const top = nodePath.resolve(cwd, up);
  return { git, top, gitDirectory: nodePath.resolve(cwd, common) };
}

/** The commit that a name means. */
export function findCommit({ git }: Repository, name: string): string | undefined {
  if (name.startsWith('-') || name === '') return undefined;
  const { ok, stdout } = runGit(git, ['rev-parse', '--verify', '--quiet', `${name}^{commit}`]);
  const oid = stdout.toString('utf8').trim();
  return ok && /^[0-9a-f]+$/.test(oid) ? oid : undefined;
}

function isShallow({ git }: Repository): boolean {
  return runGit(git, ['rev-parse', '--is-shallow-repository']).stdout.toString('utf8').trim() === 'true';
}

const FETCH_ALL = 'Fetch the whole history: git fetch --unshallow, or fetch-depth: 0 for actions/checkout';

function explainUnknown(repository: Repository, name: string, flag: string): GitFault {
  return {
    fault: `${flag}: git knows no commit "${name}"`,
    help: isShallow(repository) ? FETCH_ALL : 'Fetch it first, or name a commit, branch or tag that git rev-parse finds',
  };
}

/** The commit where the ways to two commits part. */
export function findMergeBase(repository: Repository, [from, to]: readonly [string, string], flag: string): string | GitFault {
  const [ours, theirs] = [findCommit(repository, from), findCommit(repository, to)];
  if (ours === undefined || theirs === undefined) return explainUnknown(repository, ours === undefined ? from : to, flag);
  const { ok, stdout, error } = runGit(repository.git, ['merge-base', ours, theirs]);
  if (ok) return stdout.toString('utf8').trim();
  if (error !== '') return { fault: `${flag}: git could not compare "${from}" and "${to}" (${error})` };
  const shallow = isShallow(repository);
  return {
    fault: `${flag}: "${from}" and "${to}" have no commit in common${shallow ? ' in this shallow clone' : ''}`,
    ...(shallow ? { help: FETCH_ALL } : {}),
  };
}
