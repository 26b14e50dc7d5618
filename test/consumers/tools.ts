import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../harness/shared.ts';

const tools = path.join(projectRoot, 'test/tools');

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Absolute path of a program that `.ci/consumers` installs: from PyPI, from Go modules, or a package of the system. Throws where it is absent. */
export function toolPath(name: string): string {
  const folders = [path.join(tools, '.venv/bin'), path.join(tools, 'bin'), ...(process.env['PATH'] ?? '').split(path.delimiter)];
  const found = folders.map(folder => path.join(folder, name)).find(isProgram);
  if (found === undefined) throw new Error(`${name} is not installed: run .ci/consumers`);
  return found;
}

/** Folder of an npm package of `test/tools`. */
export function toolPackage(name: string): string {
  return path.join(tools, 'node_modules', name);
}

/** Folder of the kubectl and helm of a Kubernetes release: 1.31 has Helm 3, 1.35 has Helm 4. */
export function kubernetesTools(release: '1.31' | '1.35'): string {
  const folder = path.join(tools, 'kubernetes', release);
  if (!isProgram(path.join(folder, 'helm'))) throw new Error(`helm of ${release} is not installed: run .ci/consumers`);
  return folder;
}
