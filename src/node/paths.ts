import type { PlatformPath } from 'node:path';

/** Where a run stands. `path` is injected so that Windows paths can be tested anywhere. */
export interface Place {
  readonly cwd: string;
  readonly path: PlatformPath;
}

/** A path as reports show it: relative to the working directory, with `/`. Another drive keeps its letter. */
export function reportPathOf(absolute: string, { cwd, path }: Place): string {
  const relative = path.relative(cwd, absolute);
  return (relative === '' ? '.' : relative).split(path.sep).join('/');
}

/** The path that an argument or a report path means. */
export function absolutePathOf(written: string, { cwd, path }: Place): string {
  return path.resolve(cwd, written);
}

/** Whether `inner` is `outer` or lies below it. Windows compares without letter case, as its file systems do. */
export function isInside(inner: string, outer: string, { path }: Pick<Place, 'path'>): boolean {
  const relative = path.relative(outer, inner);
  return relative === '' || (!relative.startsWith(`..${path.sep}`) && relative !== '..' && !path.isAbsolute(relative));
}

/** A path below `directory`, with `/`, as ignore files are matched. */
export function slashedBelow(directory: string, absolute: string, { path }: Pick<Place, 'path'>): string {
  return path.relative(directory, absolute).split(path.sep).join('/');
}

/** Whether an argument that is no path is a pattern for files. A backslash separates folders on Windows and escapes elsewhere. */
export function isPattern(written: string): boolean {
  return /[*?]|\[[^\]]+\]|\{[^}]*[,.][^}]*\}|[!@+]\(/.test(written) || written.startsWith('!');
}

export function patternOf(written: string, { path }: Pick<Place, 'path'>): string {
  return path.sep === '\\' ? written.replaceAll('\\', '/') : written;
}

const MANIFEST = /\.(?:ya?ml|json)$/i;

/** Files that a directory is searched for. kustomize also reads a file named `Kustomization`. */
export function isManifestName(name: string): boolean {
  return MANIFEST.test(name) || name === 'Kustomization';
}

/** Whether a file is a chart in one piece, as `helm package` writes it, by its name. */
export function isPackagedChart(name: string): boolean {
  return /\.(?:tgz|tar\.gz)$/i.test(name);
}
