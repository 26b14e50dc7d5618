import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { isInside, type Place } from './paths.ts';

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** A program by its absolute path, never one that lies in what is linted, be it behind a link: an input must not bring its own program. */
export function findProgram(name: string, searchPath: string, inputs: readonly string[], { path }: Pick<Place, 'path'>): string | undefined {
  const file = path.sep === '\\' ? `${name}.exe` : name;
  const closed = [...inputs, ...inputs.map(realOf)];
  const isClosed = (at: string): boolean => closed.some(input => isInside(at, input, { path }));
  return searchPath
    .split(path.delimiter)
    .filter(folder => path.isAbsolute(folder) && !isClosed(folder))
    .map(folder => path.join(folder, file))
    .find(program => isProgram(program) && !isClosed(realOf(program)));
}
