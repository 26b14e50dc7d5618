import path from 'node:path';
import { build } from '../../core/kustomize/build.ts';
import { renderBuildFaults } from '../../core/report/build-faults.ts';
import { penOf } from '../../core/report/look.ts';
import { renderProvenance } from '../../core/report/provenance.ts';
import { ReachableFiles } from '../../node/build-files.ts';
import { DISK } from '../../node/files.ts';
import { TrackedFiles } from '../../node/git/tracked-files.ts';
import { absolutePathOf, reportPathOf } from '../../node/paths.ts';
import { wantsColor } from '../color.ts';
import { EXIT } from '../exit-code.ts';
import { RESTRICTORS } from '../load-restrictors.ts';
import { stop } from '../prepare.ts';
import { unknownName } from '../problem.ts';
import type { Run } from '../run.ts';

/** `svclint build [DIR]`: prints what `kubectl kustomize DIR` prints. 1 where it does not build, with what kustomize says on stderr. */
export const run: Run = async ({ operands, options }, terminal) => {
  const [written = '.', ...more] = operands;
  if (more.length > 0) return stop({ problem: 'more than one directory is named', help: 'Build one after the other' }, terminal);
  const restrictor = options.valueOf('load-restrictor') ?? RESTRICTORS[0];
  if (!RESTRICTORS.some(name => name === restrictor)) return stop(unknownName(`load restrictor "${restrictor}"`, RESTRICTORS, undefined), terminal);
  const place = { cwd: terminal.cwd, path };
  const absolute = absolutePathOf(written, place);
  const tracked = new TrackedFiles(place, top => DISK.listTracked(top, path));
  const files = new ReachableFiles([absolute], { place, files: DISK, ignore: true, tracked });
  const built = build(reportPathOf(absolute, place), { files, restrict: restrictor !== 'LoadRestrictionsNone' });
  for (const warning of built.warnings) terminal.err(`${warning}\n`);
  if (built.faults.length > 0) {
    const look = { color: wantsColor(options, { env: terminal.env, isTty: terminal.errIsTty }), width: terminal.columns ?? Infinity, unicode: true };
    terminal.err(renderBuildFaults(built.faults, terminal.errIsTty ? penOf(look) : undefined));
    return EXIT.findings;
  }
  terminal.out(options.isSet('provenance') ? renderProvenance(built) : built.text);
  return EXIT.clean;
};
