import { matchesSegments } from '../../text/wildcard.ts';

/** A line of a `.sourceignore`, which has the form of a `.gitignore`. */
interface IgnorePattern {
  readonly isNegated: boolean;
  readonly isOfDirectories: boolean;
  readonly segments: readonly string[];
}

/** What is no part of a source unless `spec.ignore` says otherwise. */
const OF_VERSION_CONTROL = ['.git/', '.gitignore', '.gitmodules', '.gitattributes'];
const BY_DEFAULT = [
  '*.jpg',
  '*.jpeg',
  '*.gif',
  '*.png',
  '*.wmv',
  '*.flv',
  '*.tar.gz',
  '*.zip',
  '.github/',
  '.circleci/',
  '.travis.yml',
  '.gitlab-ci.yml',
  'appveyor.yml',
  '.drone.yml',
  'cloudbuild.yaml',
  'codeship-services.yml',
  'codeship-steps.yml',
  '**/.goreleaser.yml',
  '**/.sops.yaml',
  '**/.flux.yaml',
];

function readPattern(line: string, domain: readonly string[]): IgnorePattern[] {
  const text = line.replace(/\r$/, '').trimEnd();
  if (text === '' || text.startsWith('#')) return [];
  const isNegated = text.startsWith('!');
  const pattern = isNegated ? text.slice(1) : text;
  const isOfDirectories = pattern.endsWith('/');
  const path = pattern.replace(/\/+$/, '');
  const segments = path.split('/').filter(segment => segment !== '');
  const isAnchored = path.includes('/');
  return segments.length === 0 ? [] : [{ isNegated, isOfDirectories, segments: [...domain, ...(isAnchored ? segments : ['**', ...segments])] }];
}

/** Patterns of one list. Of those that match a path the last one decides. */
export class SourceIgnore {
  readonly #patterns: readonly IgnorePattern[];

  private constructor(patterns: readonly IgnorePattern[]) {
    this.#patterns = patterns;
  }

  /** `ignore` of the source stands in place of what is left out by default. */
  static of(ignore: string | undefined): SourceIgnore {
    const lines = [...OF_VERSION_CONTROL, ...(ignore === undefined ? BY_DEFAULT : ignore.split('\n'))];
    return new SourceIgnore(lines.flatMap(line => readPattern(line, [])));
  }

  /** With the lines of a `.sourceignore` that stands in a directory, told from the top. */
  with(text: string, directory: string): SourceIgnore {
    const domain = directory === '.' ? [] : directory.split('/');
    return new SourceIgnore([...this.#patterns, ...text.split('\n').flatMap(line => readPattern(line, domain))]);
  }

  /** Whether a path, told from the top, is left out. What is in a directory that is left out is never asked for. */
  leavesOut(path: string, isDirectory: boolean): boolean {
    const segments = path.split('/');
    const found = this.#patterns.findLast(pattern => (isDirectory || !pattern.isOfDirectories) && matchesSegments(pattern.segments, segments));
    return found !== undefined && !found.isNegated;
  }
}
