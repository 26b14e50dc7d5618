import { Cursor } from '../../core/yaml/cursor.ts';
import { parseSource } from '../../core/yaml/parse-source.ts';
import type { SourceFile } from '../../core/yaml/source-file.ts';
import { chartOf, isTemplatePath } from './chart-sources.ts';
import { textOf, type ChartNode } from './dependencies.ts';
import type { ChartContents } from './read-chart.ts';

/** A values file of a variant, beside the chart's own. */
export interface ValuesFile {
  /** Path in reports. */
  readonly path: string;
  readonly text: string;
  /** Where the values stand, if they are part of another file: an object of a GitOps tool. */
  readonly root?: Cursor;
}

const CI = /^ci\/[^/]*values[^/]*\.ya?ml$/;
const BESIDE = /^(?:values-[^/]+|values\.[^/]+|[^/]+-values)\.ya?ml$/;

/** Values files that a chart is meant to be rendered with, each alone: those of chart-testing in `ci/`, and those beside `values.yaml` (H-11). */
export function findValuesFiles(contents: ChartContents): readonly ValuesFile[] {
  return [...contents.files.keys()]
    .filter(path => CI.test(path) || BESIDE.test(path))
    .sort()
    .map(path => ({ path: contents.files.get(path)?.source ?? path, text: textOf(contents, path) ?? '' }));
}

/** Paths of the values that stand in `data` of the Secrets of a template. */
export function valuesOfSecrets(template: string): readonly string[] {
  const secrets = template.split(/^---/m).filter(text => /^["']?kind["']?:[ \t]*["']?Secret\b/m.test(text));
  const data = secrets.flatMap(text => text.split(/^(?=[A-Za-z"'])/m).filter(part => /^["']?(?:data|stringData)["']?:/.test(part)));
  return data.flatMap(text => [...text.matchAll(/\.Values((?:\.[A-Za-z_]\w*)+)/g)].map(([, path = '']) => path.slice(1)));
}

function rootOf({ documents: [document] }: SourceFile): Cursor | undefined {
  return document && Cursor.root(document);
}

function follow(root: Cursor | undefined, path: readonly string[]): Cursor | undefined {
  let at = root;
  for (const key of path) at = at?.get(key);
  return at?.isWritten === true ? at : undefined;
}

/** Finds where a value is given: in the files of the variant, the last one first, then in the chart's own. */
export class Values {
  readonly #given: readonly (Cursor | undefined)[];
  readonly #own = new Map<string, SourceFile>();
  readonly #contents: ChartContents;
  readonly #root: ChartNode;
  /** Paths of values that Secrets take, as the values of the whole call them. */
  readonly #secrets: ReadonlySet<string>;

  constructor(files: readonly ValuesFile[], contents: ChartContents, root: ChartNode) {
    this.#contents = contents;
    this.#root = root;
    const templates = [...contents.files.keys()].filter(isTemplatePath);
    this.#secrets = new Set(
      templates.flatMap(path => valuesOfSecrets(textOf(contents, path) ?? '').map(value => this.keyOf(chartOf(path), value.split('.')).join('.'))),
    );
    this.#given = files.map(({ path, text, root: written }) => written ?? rootOf(this.#parse(path, text, '')));
  }

  /** `chart`: the path of the sub-chart that asks, empty for the chart itself. `path` as it asks. */
  find(chart: string, path: readonly string[]): Cursor | undefined {
    const chain = this.#chainTo(chart);
    const full = this.keyOf(chart, path);
    for (const given of this.#given.toReversed()) {
      const found = follow(given, full);
      if (found) return found;
    }
    // A chart's own values say `db.port`, those of the chart `db` in it say `port`.
    for (let depth = 0; depth <= chain.length; depth++) {
      const directory = depth === 0 ? '' : (chain[depth - 1]?.path ?? '');
      const own = this.#ownValues(directory);
      const found = own && follow(rootOf(own), path[0] === 'global' ? path : full.slice(depth));
      if (found) return found;
    }
    return undefined;
  }

  /** How the values of the whole call what a sub-chart calls `path`. */
  keyOf(chart: string, path: readonly string[]): readonly string[] {
    return path[0] === 'global' ? path : [...this.#chainTo(chart).map(({ name }) => name), ...path];
  }

  /** A values file, which knows what is not to be shown of it. */
  #parse(path: string, text: string, chart: string): SourceFile {
    const takesSecret = (value: readonly string[]): boolean => this.#secrets.has(this.keyOf(chart, value).join('.'));
    return parseSource(path, text, { takesSecret });
  }

  #ownValues(directory: string): SourceFile | undefined {
    const name = directory === '' ? 'values.yaml' : `${directory}/values.yaml`;
    const known = this.#own.get(name);
    const text = known ? undefined : textOf(this.#contents, name);
    if (text === undefined) return known;
    const file = this.#parse(this.#contents.files.get(name)?.source ?? name, text, directory);
    this.#own.set(name, file);
    return file;
  }

  /** The charts from the outermost one in, each by the key of its values. */
  #chainTo(chart: string): readonly { readonly name: string; readonly path: string }[] {
    const chain: { readonly name: string; readonly path: string }[] = [];
    for (let node = this.#root; node.path !== chart;) {
      const next = [...node.inner.values()].find(({ path }) => chart === path || chart.startsWith(`${path}/`));
      if (!next) return chain;
      chain.push({ name: next.key, path: next.path });
      node = next;
    }
    return chain;
  }
}

/** `.Values.a.b` on a line of a template, where it names exactly one value. */
export function valueNamedOn(text: string): readonly string[] | undefined {
  const named = new Set([...text.matchAll(/\.Values((?:\.[A-Za-z_]\w*)+)/g)].map(([, path = '']) => path));
  const [only] = named;
  return named.size === 1 && only !== undefined ? only.slice(1).split('.') : undefined;
}
