/** A file as the host hands it to the core. */
export interface InputFile {
  /** Relative to the working directory, with `/`. */
  readonly path: string;
  readonly text: string;
}
