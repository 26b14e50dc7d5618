import type { Answer } from '../../model/answer.ts';
import type { PathReading } from '../../model/ingress-controller.ts';

/** Expressions in the dialect of RE2, handed in: the table of routes needs none. */
export interface Expressions {
  /** What is wrong with an expression. */
  readonly fault: (pattern: string) => string | undefined;
  /** Whether it is found in a text. */
  readonly matches: (pattern: string, text: string) => boolean;
}

const SPECIAL = /[\\^$.|?*+()[\]{}%~]/;

function answer(matched: boolean): Answer {
  return matched ? 'yes' : 'no';
}

function find(pattern: string, path: string, expressions: Expressions): Answer {
  return expressions.fault(pattern) === undefined ? answer(expressions.matches(pattern, path)) : 'unknown';
}

/** Whole elements, whatever closing slashes either side has (S-255). */
function beginsWithElements(path: string, wanted: string): boolean {
  const prefix = wanted.replace(/\/+$/, '');
  return path === prefix || path.startsWith(`${prefix}/`);
}

function beginsWithStar(path: string, wanted: string): boolean {
  return wanted.endsWith('*') ? path.startsWith(wanted.replace(/\.?\*$/, '')) : path === wanted;
}

function wildcardsOf(wanted: string): string {
  const parts = wanted.split(/([*?])/).map(part => (part === '*' ? '.*' : part === '?' ? '.' : part.replace(/[\\^$.|+()[\]{}]/g, '\\$&')));
  return `^${parts.join('')}$`;
}

/** What holds for each way a controller may read it: a plain path takes itself, and nothing that does not begin with it. */
function matchAnyhow(path: string, wanted: string): Answer {
  if (SPECIAL.test(wanted)) return 'unknown';
  if (path === wanted) return 'yes';
  return path.toLowerCase().startsWith(wanted.toLowerCase().replace(/\/$/, '')) ? 'unknown' : 'no';
}

/** Whether the path of a request is one that an Ingress asks for. An empty one asks for all. */
export function matchPath(reading: PathReading | 'exact', wanted: string, path: string, expressions: Expressions): Answer {
  if (wanted === '') return 'yes';
  switch (reading) {
    case 'exact':
      return answer(path === wanted);
    case 'elements':
      return answer(beginsWithElements(path, wanted));
    case 'begin':
      return answer(path.startsWith(wanted));
    case 'star':
      return answer(beginsWithStar(path, wanted));
    case 'wildcards':
      return find(wildcardsOf(wanted), path, expressions);
    case 'regex':
      return find(`(?i)^${wanted}`, path, expressions);
    case 'whole-regex':
      return find(`^(?:${wanted})$`, path, expressions);
    case 'contour':
      return /[\^+*[\]%]/.test(wanted) ? find(`^(?:${wanted})$`, path, expressions) : answer(path.startsWith(wanted));
    case 'kong':
      return wanted.startsWith('/~') ? find(`^(?:${wanted.slice(2)})`, path, expressions) : answer(path.startsWith(wanted));
    case 'unknown':
      return matchAnyhow(path, wanted);
  }
}
