import { treeOf, type FileTree } from '../model/file-tree.ts';
import { utf8Of } from '../text/utf8.ts';
import type { SourceFile } from '../yaml/source-file.ts';
import type { BuildFiles } from './files.ts';

type Unknown = ReturnType<NonNullable<BuildFiles['whyUnknown']>>;

/** The files of a run, and behind them what the host can reach. */
export class GivenFiles implements BuildFiles {
  readonly #given: ReadonlyMap<string, SourceFile>;
  readonly #tree: FileTree;
  readonly #beside: BuildFiles | undefined;

  constructor(given: readonly SourceFile[], beside?: BuildFiles) {
    this.#given = new Map(given.map(file => [file.path, file]));
    this.#tree = treeOf([...this.#given.keys()]);
    this.#beside = beside;
  }

  readonly kindOf: BuildFiles['kindOf'] = path => {
    const kind = this.#tree.kindOf(path);
    return kind === 'absent' ? (this.#beside?.kindOf(path) ?? kind) : kind;
  };

  readonly whyUnknown = (path: string): Unknown => this.#beside?.whyUnknown?.(path) ?? 'hidden';

  readonly real: BuildFiles['real'] = path => {
    if (this.#beside) return this.#beside.real(path);
    return this.kindOf(path) === 'absent' ? undefined : path;
  };

  readonly source: BuildFiles['source'] = path => this.#given.get(path) ?? this.#beside?.source(path);

  readonly bytes: BuildFiles['bytes'] = path => {
    const file = this.#given.get(path);
    return this.#beside?.bytes(path) ?? (file && Uint8Array.from(utf8Of(file.text), byte => byte.charCodeAt(0)));
  };

  readonly namesIn: BuildFiles['namesIn'] = directory => [...new Set([...this.#tree.namesIn(directory), ...(this.#beside?.namesIn(directory) ?? [])])];
}
