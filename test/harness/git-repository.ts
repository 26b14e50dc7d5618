import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A real repository in a test, without the settings of whoever runs it. */
export interface GitRepository {
  readonly root: string;
  /** Runs git and gives what it prints. */
  readonly git: (...args: readonly string[]) => string;
  /** Writes files of the working tree. */
  readonly write: (files: Readonly<Record<string, string | Uint8Array>>) => void;
  /** Writes, stages and commits. */
  readonly commit: (files?: Readonly<Record<string, string | Uint8Array>>) => void;
}

const ENVIRONMENT = { PATH: process.env['PATH'] ?? '', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', LC_ALL: 'C' };

export function openGitRepository(root: string): GitRepository {
  const git = (...args: readonly string[]): string => execFileSync('git', args, { cwd: root, env: ENVIRONMENT, encoding: 'utf8', stdio: 'pipe' });
  const write = (files: Readonly<Record<string, string | Uint8Array>>): void => {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
      writeFileSync(path.join(root, name), content);
    }
  };
  return {
    root,
    git,
    write,
    commit(files = {}) {
      write(files);
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '-m', 'change');
    },
  };
}

/** Makes a repository in a folder. */
export function initGitRepository(root: string, ...options: readonly string[]): GitRepository {
  mkdirSync(root, { recursive: true });
  const repository = openGitRepository(root);
  repository.git('init', '--quiet', '--initial-branch=main', ...options);
  repository.git('config', 'user.name', 'Test');
  repository.git('config', 'user.email', 'test@example.com');
  repository.git('config', 'commit.gpgsign', 'false');
  return repository;
}
