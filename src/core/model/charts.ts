import { baseNameOf, directoryOf } from '../text/path.ts';
import type { SourceFile } from '../yaml/source-file.ts';

/** The nearest of the directories that holds a path; undefined where none does. */
function findHolder(path: string, directories: ReadonlySet<string>): string | undefined {
  for (let at = directoryOf(path); ; at = directoryOf(at)) {
    if (directories.has(at)) return at;
    if (at === '.' || at === '/' || directoryOf(at) === at) return undefined;
  }
}

/** Directories of Helm charts. A chart within a chart is part of it. */
export class Charts {
  readonly #all: ReadonlySet<string>;
  readonly outermost: readonly string[];

  constructor(files: readonly SourceFile[]) {
    this.#all = new Set(files.filter(file => baseNameOf(file.path) === 'Chart.yaml').map(file => directoryOf(file.path)));
    this.outermost = [...this.#all].filter(chart => chart === '.' || findHolder(chart, this.#all) === undefined);
  }

  /** Whether a file is part of a chart: a template, values, or data. */
  hold(path: string): boolean {
    return this.#all.size > 0 && findHolder(path, this.#all) !== undefined;
  }
}
