import type { Invocation } from './parse-command-line.ts';
import type { Terminal } from './terminal.ts';

/** A command: what a command line asks for becomes an exit code. */
export type Run = (invocation: Invocation, terminal: Terminal) => Promise<number>;
