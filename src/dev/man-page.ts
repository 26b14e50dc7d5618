import { COMMANDS } from '../cli/commands.ts';
import { EXIT_ROWS } from '../cli/help.ts';
import { COMMAND_NAMES, optionsOf, specOf, type CommandName, type OptionName } from '../cli/options.ts';

/** When what is written here, and not in the tables, was last changed. */
const DATE = 'November 21, 2026';

type Row = readonly [name: string, about: string];

const ENVIRONMENT: readonly Row[] = [
  ['NO_COLOR', 'Where it is set and not empty, nothing is coloured.'],
  ['FORCE_COLOR', 'Colours what does not go to a terminal too; 0 is as NO_COLOR.'],
  ['LC_ALL, LANG', 'With C or POSIX, pictures are drawn in ASCII.'],
  ['GITHUB_ACTIONS', 'Where it is true, annotations are written beside the default format.'],
  ['PATH', 'Where git is looked for, by absolute directories outside of what is linted.'],
  ['SVCLINT_DEBUG', 'Where it is set, a fault of svclint itself is told with its stack.'],
];

const FILES: readonly Row[] = [
  [
    '.svclint.yaml',
    'The configuration. The nearest one above each path holds for it, up to the top of the git repository. Also .svclint.yml, and the key svclint of package.json.',
  ],
  ['.svclint-baseline.json', 'Findings that are known, as --update-baseline writes them where nothing names another file.'],
  ['.gitignore, .svclintignore', 'What is not read when a directory is searched.'],
];

const DESCRIPTION = `svclint reads Kubernetes manifests and reports every place where the two ends of a connection do not meet, and what the API server would refuse.
An error cannot work, whatever else runs in the cluster. A warning has evidence in the files. What the files cannot tell is a question in the last lines.
Without a path, the working directory is linted. The path - is the standard input.`;

/** Text that roff takes as it is: no line of it is a request, and hyphens stay what can be typed. */
function escapeText(text: string): string {
  return text
    .replaceAll('\\', String.raw`\e`)
    .replaceAll('…', '...')
    .replaceAll(/-(?=-|\w)|(?<=\s)-(?=\s)/g, String.raw`\-`)
    .replaceAll(/^(?=[.'])/gm, String.raw`\&`);
}

/** Text in lines of a sentence each, as mdoc wants it. */
function paragraph(text: string): string {
  return escapeText(text.replaceAll(/(?<=[.!?…]) (?=[A-Z])/g, '\n'));
}

/** Arguments of a macro: blanks are kept, and what may be the name of a macro is none. */
function argument(text: string): string {
  const escaped = escapeText(text);
  return /[\s"]/.test(escaped) ? `"${escaped.replaceAll('"', '""')}"` : escaped;
}

const section = (title: string, body: string): string => `.Sh ${title}\n${body}`;
const tagged = (rows: readonly Row[]): string => `.Bl -tag -width Ds\n${rows.map(([tag, about]) => `.It ${tag}\n${paragraph(about)}\n`).join('')}.El\n`;

/** `describe service NAME [paths...]` in the words of mdoc. */
function callOf(name: CommandName): string {
  const words = COMMANDS[name].usage.split(' ').slice(1);
  const parts = words.map(word => {
    if (/^\[.*\]$/.test(word)) return 'Op Ar path ...';
    return /^[A-Z]+$/.test(word) ? `Ar ${word.toLowerCase()}` : `Cm ${word}`;
  });
  return parts.join(' ');
}

function flagTag(name: OptionName): string {
  const { short, value } = specOf(name);
  const taking = value === undefined ? '' : ` Ar ${argument(value)}`;
  return `${short === undefined ? '' : `Fl ${short} , `}Fl \\-${argument(name)}${taking}`;
}

function flagRow(name: OptionName): Row {
  const { about, repeatable, commands } = { repeatable: false, commands: undefined, ...specOf(name) };
  const own = commands && !commands.includes('lint') ? ` Taken by ${commands.join(' and ')}.` : '';
  return [flagTag(name), `${about}${about.endsWith('…') ? '' : '.'}${repeatable ? ' It may be given several times.' : ''}${own}`];
}

function flags(): Row[] {
  const names = new Set(COMMAND_NAMES.flatMap(command => optionsOf(command)));
  return [...names].sort().map(flagRow);
}

function examples(): string {
  const lines = COMMAND_NAMES.flatMap(name => COMMANDS[name].examples).map(example => `.Dl ${argument(example)}\n`);
  return lines.join('');
}

/** svclint(1), from the tables that make the parser and `--help`. */
export function renderManPage(version: string): string {
  const lint = '.Nm\n.Op Ar flag ...\n.Op Ar path ...\n';
  const others = COMMAND_NAMES.filter(name => name !== 'lint');
  return [
    `.\\" Made of the tables of the command line by the build.\n.Dd ${DATE}\n.Dt SVCLINT 1\n.Os svclint ${version}\n`,
    section('NAME', '.Nm svclint\n.Nd lint Kubernetes manifests: will traffic reach it?\n'),
    section('SYNOPSIS', `${lint}${others.map(name => `.Nm\n.${callOf(name)}\n`).join('')}`),
    section('DESCRIPTION', `${paragraph(DESCRIPTION)}\n`),
    section('COMMANDS', tagged(others.map(name => [callOf(name), `${COMMANDS[name].about}.`]))),
    section('OPTIONS', tagged(flags())),
    section('ENVIRONMENT', tagged(ENVIRONMENT.map(([name, about]) => [`Ev ${name.replaceAll(', ', ' , ')}`, about]))),
    section('FILES', tagged(FILES.map(([name, about]) => [`Pa ${name.split(', ').map(argument).join(' , ')}`, about]))),
    section('EXIT STATUS', tagged(EXIT_ROWS.map(([code, meaning]) => [code, `${meaning.charAt(0).toUpperCase()}${meaning.slice(1)}.`]))),
    section('EXAMPLES', examples()),
  ].join('');
}
