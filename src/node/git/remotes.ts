import nodePath from 'node:path';
import { findGit } from './find-git.ts';
import { environmentOf, runGit, splitAnswer, type Git } from './run-git.ts';

/** What tells a repository from others. */
export interface RepositoryNames {
  /** URLs of its remotes without what stands before the host: a password may. */
  readonly urls: readonly string[];
  /** The branch that is checked out; undefined where none is, as in most pipelines. */
  readonly branch: string | undefined;
}

const NOTHING: RepositoryNames = { urls: [], branch: undefined };

/** `user:token@` before the host. */
function withoutUser(url: string): string {
  return url.replace(/^([a-z][a-z0-9+.-]*:\/\/)?[^/]*@/i, '$1');
}

function branchOf(git: Git): string | undefined {
  const { ok, stdout } = runGit(git, ['symbolic-ref', '--quiet', '--short', 'HEAD']);
  return ok ? stdout.toString('utf8').trim() : undefined;
}

/** What git says of the repository with this top; nothing where there is no git, or none that is trusted. Settings of the user are not asked. */
export function nameRepository(top: string): RepositoryNames {
  const isAll = nodePath.parse(top).root === top;
  const program = findGit(process.env['PATH'] ?? process.env['Path'] ?? '', isAll ? [] : [top], { path: nodePath });
  if (program === undefined) return NOTHING;
  const git: Git = { program, env: environmentOf(process.env, false), directory: top };
  const { ok, stdout } = runGit(git, ['config', '--local', '--no-includes', '-z', '--get-regexp', '^remote\\..*\\.url$']);
  const urls = ok ? splitAnswer(stdout).map(entry => entry.slice(entry.indexOf('\n') + 1)) : [];
  return { urls: [...new Set(urls.map(withoutUser))], branch: branchOf(git) };
}
