import { matchesSegments } from '../text/wildcard.ts';

/** Patterns of one list, in their order: the last one that matches a path decides, as in a .gitignore. */
export interface PathPatterns {
  readonly patterns: readonly PathPattern[];
}

export interface PathPattern {
  /** `!` before the pattern: what earlier ones take is given back. */
  readonly negated: boolean;
  readonly segments: readonly string[];
}

export interface PatternFault {
  readonly fault: string;
  readonly help: string;
}

/** What `readPathPattern` takes, as a pattern of JSON Schema. */
export const PATH_PATTERN = '^(?!!?/?$)(?!!?(?:.*/)?\\.\\.(?:/|$))(?!!?[A-Za-z]:)[^\\\\{}\\[\\]]+$';

function faultOf(text: string): PatternFault | undefined {
  if (text === '' || text === '/') return { fault: 'is empty', help: 'Write a path or a pattern such as "charts/**"' };
  if (text.includes('\\')) return { fault: 'holds a backslash', help: 'Write / between directories, on Windows too' };
  if (/[{}[\]]/.test(text)) return { fault: 'holds brackets or braces', help: 'Write one pattern for each alternative, with *, ** and ? only' };
  if (text.split('/').includes('..')) return { fault: 'leaves its directory', help: 'Write a path below the directory of the configuration' };
  if (/^[A-Za-z]:/.test(text)) return { fault: 'is an absolute path', help: 'Write a path from the directory of the configuration' };
  return undefined;
}

/**
 * Reads a pattern with the meaning that a .gitignore gives it: without a `/` before its end it matches at any depth,
 * with one it is anchored, and what matches a directory takes all that is in it.
 */
export function readPathPattern(written: string): PathPattern | PatternFault {
  const negated = written.startsWith('!');
  const text = negated ? written.slice(1) : written;
  const fault = faultOf(text);
  if (fault) return fault;
  const segments = text.split('/').filter(segment => segment !== '' && segment !== '.');
  const anchored = text.startsWith('./') || text.replace(/\/$/, '').includes('/') || segments.length === 0;
  return { negated, segments: anchored ? segments : ['**', ...segments] };
}

function takes({ segments }: PathPattern, path: readonly string[]): boolean {
  return matchesSegments(segments, path) || matchesSegments([...segments, '**'], path);
}

/** Whether a path, as seen from the directory of the configuration, is among the patterns. */
export function includesPath({ patterns }: PathPatterns, path: string): boolean {
  const segments = path.split('/').filter(segment => segment !== '.');
  let included = false;
  for (const pattern of patterns) if (included === pattern.negated && takes(pattern, segments)) included = !included;
  return included;
}
