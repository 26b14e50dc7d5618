import { escapeUnseen } from '../core/report/escape.ts';
import { VERSION } from '../node/version.ts';
import { wantsColor } from './color.ts';
import { EXIT } from './exit-code.ts';
import { LOAD } from './load-command.ts';
import { parseCommandLine, type Invocation } from './parse-command-line.ts';
import { isProblem, renderProblem } from './problem.ts';
import { paintWith, type Terminal } from './terminal.ts';

async function runCommand(invocation: Invocation, terminal: Terminal): Promise<number> {
  const { command, options } = invocation;
  if (options.isSet('help')) {
    const { renderHelp } = await import('./help.ts');
    terminal.out(renderHelp(command, paintWith(wantsColor(options, terminal))));
    return EXIT.clean;
  }
  if (options.isSet('version')) {
    terminal.out(`svclint ${VERSION}\n`);
    return EXIT.clean;
  }
  const run = await LOAD[command]();
  return run(invocation, terminal);
}

/** Runs a command line and returns the exit code. Never throws: a fault of svclint is said in a sentence. */
export async function main(argv: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const invocation = parseCommandLine(argv);
    if (!isProblem(invocation)) return await runCommand(invocation, terminal);
    terminal.err(renderProblem(invocation));
    return EXIT.notStarted;
  } catch (error) {
    const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    terminal.err(`svclint: a fault of svclint itself stopped the run (${escapeUnseen(what)})\n  Report it at https://github.com/svclint/svclint/issues\n`);
    if ((terminal.env['SVCLINT_DEBUG'] ?? '') !== '' && error instanceof Error) terminal.err(`${error.stack ?? ''}\n`);
    return EXIT.incomplete;
  }
}
