import type { Invocation } from './parse-command-line.ts';
import type { Terminal } from './terminal.ts';

/** A command: it writes to the terminal and gives the exit code. */
export type Run = (invocation: Invocation, terminal: Terminal) => Promise<number>;
