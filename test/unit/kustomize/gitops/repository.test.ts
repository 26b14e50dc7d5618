import { describe, expect, test } from 'vitest';
import { compareRepository, readRepositoryUrl } from '../../../../src/core/kustomize/gitops/repository-url.ts';
import { cleanPath } from '../../../../src/core/kustomize/gitops/repository.ts';

describe('URLs of a repository', () => {
  test.each([
    'https://github.com/Team/Shop.git',
    'https://github.com/team/shop',
    'https://token@github.com/team/shop/',
    'ssh://git@github.com/team/shop.git',
    'ssh://git@ssh.github.com:443/team/shop.git',
    'git@github.com:team/shop.git',
    'github.com/team/shop',
  ])('%s', url => {
    expect(readRepositoryUrl(url)).toBe('github.com/team/shop');
  });

  test.each(['', 'shop', '{repo-placeholder}', '${REPO}', 'https://github.com/', '../shop'])('"%s" is none', url => {
    expect(readRepositoryUrl(url)).toBeUndefined();
  });

  test('a fork of the same name may be meant, another name is another repository', () => {
    const remotes = ['git@github.com:me/shop.git'];
    expect(compareRepository('https://github.com/me/shop', remotes)).toBe('yes');
    expect(compareRepository('https://github.com/team/shop', remotes)).toBe('unknown');
    expect(compareRepository('https://github.com/team/charts', remotes)).toBe('no');
    expect(compareRepository('https://github.com/team/charts', [])).toBe('unknown');
    expect(compareRepository(undefined, remotes)).toBe('unknown');
  });
});

test.each([
  ['./apps', 'apps'],
  ['/apps/', 'apps'],
  ['././apps//web', 'apps/web'],
  ['../../etc', 'etc'],
  ['', '.'],
  ['./', '.'],
])('path "%s" of a source is %s', (path, expected) => {
  expect(cleanPath(path)).toBe(expected);
});
