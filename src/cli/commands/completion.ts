import { findNearest } from '../../core/text/near.ts';
import { rules } from '../../index.ts';
import { renderBash } from '../completion/bash.ts';
import { renderFish } from '../completion/fish.ts';
import { completedCommand, SHELLS, type CompletedCommand, type Shell } from '../completion/values.ts';
import { renderZsh } from '../completion/zsh.ts';
import { EXIT } from '../exit-code.ts';
import { COMMAND_NAMES } from '../options.ts';
import { renderProblem, unknownName, type Problem } from '../problem.ts';
import type { Run } from '../run.ts';

const RENDER: Readonly<Record<Shell, (commands: readonly CompletedCommand[]) => string>> = { bash: renderBash, zsh: renderZsh, fish: renderFish };

function readShell([written, extra]: readonly string[]): Shell | Problem {
  if (written === undefined || extra !== undefined) return { problem: '`svclint completion` takes the name of one shell', help: 'Use one of bash, zsh, fish' };
  const near = findNearest(written, SHELLS, name => name);
  return SHELLS.find(name => name === written) ?? unknownName(`shell "${written}"`, SHELLS, near);
}

/** `svclint completion SHELL`: a script for the shell to read. */
export const run: Run = ({ operands }, terminal) => {
  const shell = readShell(operands);
  if (typeof shell === 'object') {
    terminal.err(renderProblem(shell));
    return Promise.resolve(EXIT.notStarted);
  }
  terminal.out(RENDER[shell](COMMAND_NAMES.map(name => completedCommand(name, rules))));
  return Promise.resolve(EXIT.clean);
};
