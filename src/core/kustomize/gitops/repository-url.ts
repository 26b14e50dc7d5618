import type { Answer } from '../../model/answer.ts';

/** Host and path of a repository, whatever protocol, user, port and letter case its URL has; undefined for what is no URL of one. */
export function readRepositoryUrl(url: string): string | undefined {
  const [, rest] = /^(?:[a-z][a-z+.-]*:\/\/)?(?:[^@/]*@)?(.*)$/is.exec(url.trim()) ?? [];
  // `git@host:owner/name` has no scheme, and a port has digits alone.
  const [, host = '', path = ''] = /^([^/:]+)(?::\d+)?[/:]\/*(.*)$/s.exec(rest ?? '') ?? [];
  const name = path.replace(/\/+$/, '').replace(/\.git$/i, '');
  if (name === '' || !/^[\w-]+(?:\.[\w-]+)*$/.test(host) || /[{}$<>\s]/.test(name)) return undefined;
  return `${host.replace(/^ssh\./i, '')}/${name}`.toLowerCase();
}

/**
 * Whether a URL is that of a repository with these remotes. A repository of the same name elsewhere may be a fork or a mirror of it, and what
 * is applied from it is presumably this.
 */
export function compareRepository(url: string | undefined, remotes: readonly string[]): Answer {
  const wanted = url === undefined ? undefined : readRepositoryUrl(url);
  const own = remotes.flatMap(remote => readRepositoryUrl(remote) ?? []);
  if (wanted === undefined || own.length === 0) return 'unknown';
  const nameOf = (text: string): string => text.slice(text.lastIndexOf('/') + 1);
  if (own.includes(wanted)) return 'yes';
  return own.some(each => nameOf(each) === nameOf(wanted)) ? 'unknown' : 'no';
}

/** Names that stand for what is checked out, as long as nothing else is known. */
const USUAL = new Set(['', 'HEAD', 'main', 'master', 'trunk']);

/** Whether a revision is what is checked out. On another branch or tag other files stand. */
export function compareRevision(revision: string | undefined, branch: string | undefined): Answer {
  const name = revision?.replace(/^refs\/heads\//, '') ?? '';
  return USUAL.has(name) || name === branch ? 'yes' : 'unknown';
}
