/** A file that kustomize fetches (K-052). */
export function isRemoteFile(text: string): boolean {
  return /^https?:\/\//i.test(text);
}

/** A base that kustomize clones: this is asked before a directory of that name is looked for (K-052). */
export function isRemoteBase(text: string): boolean {
  const [rest = ''] = text.replace(/^git::/, '').split('?');
  const scheme = /^(?:ssh|https?|file):\/\//i.exec(rest)?.[0];
  const user = /^[A-Za-z0-9][A-Za-z0-9._-]*@/.exec(rest)?.[0];
  const github = /^github\.com[:/]/i.exec(rest)?.[0];
  const opening = scheme ?? user ?? github;
  if (opening === undefined) return false;
  const path = rest.slice(opening.length);
  if (path.includes('//') || path.includes('_git/') || path.includes('.git')) return true;
  const segments = path.split(/[/:]/).filter(segment => segment !== '');
  return segments.length - (github === undefined ? 1 : 0) >= 2;
}
