import { COMMANDS } from './commands.ts';
import { COMMAND_NAMES, optionsOf, renderFlag, specOf, type CommandName } from './options.ts';
import type { Paint } from './terminal.ts';

function renderRows(rows: readonly (readonly [string, string])[], paint: Paint): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${paint('cyan', left)}${' '.repeat(width - left.length)}  ${right}\n`).join('');
}

function flagRows(command: CommandName): (readonly [string, string])[] {
  return optionsOf(command).map(name => {
    const { short, about, repeatable } = { repeatable: false, ...specOf(name) };
    return [`${short === undefined ? '    ' : ''}${renderFlag(name)}`, repeatable ? `${about} (repeatable)` : about];
  });
}

export const EXIT_ROWS: readonly (readonly [string, string])[] = [
  ['0', 'no finding at or above --fail-on'],
  ['1', 'findings'],
  ['2', 'not started: flags, configuration, nothing to read'],
  ['3', 'ran, but not everything was read or checked'],
];

/** What `--help` says of a command. */
export function renderHelp(command: CommandName, paint: Paint): string {
  const { usage, about, examples } = COMMANDS[command];
  const head = (title: string): string => `\n${paint('bold', title)}\n`;
  const others = COMMAND_NAMES.filter(name => name !== 'lint').map(name => [COMMANDS[name].usage, COMMANDS[name].about] as const);
  return [
    `${about}\n`,
    `${head('Usage')}  ${usage} [flags]\n`,
    command === 'lint' ? `${head('Other commands')}${renderRows(others, paint)}` : '',
    `${head('Flags')}${renderRows(flagRows(command), paint)}`,
    `${head('Examples')}${examples.map(example => `  ${example}\n`).join('')}`,
    command === 'lint' ? `${head('Exit codes')}${renderRows(EXIT_ROWS, paint)}` : '',
  ].join('');
}

/** Commands and flags as tables in Markdown, for the README. */
export function renderOptionTables(): string {
  const commands = COMMAND_NAMES.map(name => `| \`${COMMANDS[name].usage}\` | ${COMMANDS[name].about} |\n`);
  const flags = optionsOf('lint').map(name => `| \`${renderFlag(name)}\` | ${specOf(name).about} |\n`);
  const codes = EXIT_ROWS.map(([code, meaning]) => `| ${code} | ${meaning} |\n`);
  return `| command | what it does |\n|---|---|\n${commands.join('')}\n| flag | what it does |\n|---|---|\n${flags.join('')}\n| exit code | when |\n|---|---|\n${codes.join('')}`;
}
