import { findProgram } from '../find-program.ts';
import type { Place } from '../paths.ts';
import { runHelm, type Helm } from './run-helm.ts';

/** Why there is no helm to render with: a clause. */
export interface NoHelm {
  readonly reason: string;
}

/** `--skip-schema-validation`, without which a chart's schema can make helm fetch what it names, came with 3.16. */
function isUsable(major: number, minor: number): boolean {
  return major > 3 || (major === 3 && minor >= 16);
}

/** helm of the PATH, where it is new enough. One that lies in `inputs` is never started. */
export async function findHelm(searchPath: string, inputs: readonly string[], home: string, place: Pick<Place, 'path'>): Promise<Helm | NoHelm> {
  const program = findProgram('helm', searchPath, inputs, place);
  if (program === undefined) return { reason: 'Helm 3.16 or newer is not on the PATH' };
  const { ok, stdout, stderr } = await runHelm({ program }, ['version', '--template', '{{.Version}}'], home);
  const [, major, minor, patch] = /^v?(\d+)\.(\d+)\.(\d+)/.exec(stdout.trim()) ?? [];
  if (!ok || major === undefined || minor === undefined || patch === undefined)
    return { reason: `${program} does not answer as helm (${stderr.trim().split('\n')[0] ?? ''})` };
  const version = `${major}.${minor}.${patch}`;
  return isUsable(Number(major), Number(minor)) ? { program, version } : { reason: `${program} is Helm ${version}, and 3.16 or newer is needed` };
}
