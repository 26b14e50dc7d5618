import { bareObject } from '../../core/yaml/to-value.ts';
import { chartOf, type ChartSources } from './chart-sources.ts';
import type { HelmError } from './helm-error.ts';
import type { Values } from './values.ts';

/** `.Values.a.b` as the last part of an expression. */
const VALUE = /\.Values((?:\.[A-Za-z_]\w*)+)/;
const REQUIRED = /\brequired\s+(?:"(?:[^"\\]|\\.)*"|`[^`]*`|\([^()]*\))\s+\(?\s*\$?\.Values((?:\.[A-Za-z_]\w*)+)/g;
const PIPED = /\.Values((?:\.[A-Za-z_]\w*)+)\s*\|\s*required\b/g;

function partsOf(path: string): readonly string[] {
  return path.slice(1).split('.');
}

/** The value that a template demands where it fails, as the values of the whole chart call it; undefined where the template does not show it. */
export function demandedValue(error: HelmError, sources: ChartSources, values: Values, given: ReadonlySet<string>): readonly string[] | undefined {
  if (error.kind !== 'value-required' || !error.at) return undefined;
  const number = sources.findNumber(error.at.source);
  const template = number === undefined ? undefined : sources.template(number);
  if (!template) return undefined;
  const text = template.lines[error.at.line - 1]?.text ?? '';
  const candidates =
    error.expression === undefined || /^\s*(?:required|include|fail)\b/.test(error.expression)
      ? [...text.matchAll(REQUIRED), ...text.matchAll(PIPED)].map(([, path = '']) => path)
      : [VALUE.exec(error.expression)?.[1] ?? ''];
  return candidates
    .filter(path => path !== '')
    .map(path => values.keyOf(chartOf(template.path), partsOf(path)))
    .find(path => !given.has(path.join('.')));
}

interface Nested {
  [key: string]: Nested | string;
}

/** A values file that gives each value as `${path}`, which stands for an unknown one. */
export function placeholderFile(paths: readonly (readonly string[])[]): string {
  const root: Nested = bareObject();
  for (const path of paths) {
    let at = root;
    for (const key of path.slice(0, -1)) {
      const next = at[key];
      at = typeof next === 'object' ? next : (at[key] = bareObject<Nested | string>());
    }
    const last = path.at(-1);
    if (last !== undefined) at[last] = `\${${path.join('.')}}`;
  }
  return JSON.stringify(root);
}
