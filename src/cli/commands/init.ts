import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIGURATION_NAMES } from '../../node/find-configuration.ts';
import { readInput } from '../../node/read-input.ts';
import { writeWhole } from '../../node/write-file.ts';
import { readSet, readSources } from '../../index.ts';
import type { Run } from '../run.ts';
import { EXIT } from '../exit-code.ts';
import { renderConfiguration, surveyOf, type Survey } from '../init-configuration.ts';
import { stop } from '../prepare.ts';

async function survey(cwd: string): Promise<Survey> {
  const { files, beside } = await readInput(['.'], cwd);
  return surveyOf(await readSet(await readSources(files), { beside }));
}

/** `svclint init`: looks at what is there and writes a configuration that says so. Never overwrites one. */
export const run: Run = async ({ operands }, terminal) => {
  const { cwd } = terminal;
  const [operand] = operands;
  if (operand !== undefined)
    return stop({ problem: `\`svclint init\` takes no "${operand}"`, help: 'Run it in the directory that the configuration is for' }, terminal);
  const present = CONFIGURATION_NAMES.find(name => existsSync(join(cwd, name)));
  if (present !== undefined) return stop({ problem: `${present} exists and is not overwritten` }, terminal);
  const seen = await survey(cwd);
  const [name] = CONFIGURATION_NAMES;
  const fault = writeWhole(join(cwd, name), renderConfiguration(seen));
  if (fault !== undefined) return stop({ problem: `${name} could not be written (${fault})` }, terminal);
  terminal.out(`Wrote ${name}${seen.found.length === 0 ? '' : `, for ${seen.found.join(', ')}`}\n`);
  return EXIT.clean;
};
