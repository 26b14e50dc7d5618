import type { SourceFile } from '../yaml/source-file.ts';

/** What a build may read. Paths are those of reports: relative to the working directory, with `/`. The host decides what lies within reach. */
export interface BuildFiles {
  /** What a path leads to, through links. `unknown`: it lies out of reach, or is made by a build step. */
  readonly kindOf: (path: string) => 'file' | 'directory' | 'absent' | 'unknown';
  /** Why nothing is known of a path: it leads out of the repository, or out of what stands for one, or it is hidden within. */
  readonly whyUnknown?: (path: string) => 'beyond-repository' | 'beyond-reach' | 'hidden';
  /** Where a path leads without links; undefined where it leads nowhere or out of reach. */
  readonly real: (path: string) => string | undefined;
  /** A YAML or JSON file, read once per run; undefined where it is no text, or out of reach. */
  readonly source: (path: string) => SourceFile | undefined;
  /** The bytes of a file for a generator; undefined where it cannot be read. */
  readonly bytes: (path: string) => Uint8Array | undefined;
  /** The top of the repository; undefined where there is none. */
  readonly top?: string | undefined;
  /** What git says of that repository; empty where it is not asked. */
  readonly repository?: { readonly urls: readonly string[]; readonly branch: string | undefined };
  /** Names in a directory, for guesses at what was meant. */
  readonly namesIn: (directory: string) => readonly string[];
}
