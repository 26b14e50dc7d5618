import path from 'node:path';
import type { ConfigurationInput } from '../core/config/read-configuration.ts';
import { seenFrom } from './find-configuration.ts';

/** A configuration that a program hands over, as if it stood in the working directory. */
export function givenConfiguration(text: string, cwd: string): ConfigurationInput {
  return { path: 'config', text, form: 'file', forAll: true, relative: seenFrom(cwd, { cwd, path }) };
}

/** The working directory of a run: the process's own where the program names none. */
export function workingDirectory(named: string | undefined): string {
  return path.resolve(named ?? '.');
}
