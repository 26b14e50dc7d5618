import { parseArgs } from 'node:util';
import { findNearest } from '../core/text/near.ts';
import { COMMAND_NAMES, isOptionName, OPTIONS, optionsOf, specOf, type CommandName, type OptionName } from './options.ts';
import type { Problem } from './problem.ts';

/** The flags of a command line. */
export interface GivenOptions {
  readonly isSet: (name: OptionName) => boolean;
  /** The last value given. */
  readonly valueOf: (name: OptionName) => string | undefined;
  readonly valuesOf: (name: OptionName) => readonly string[];
}

export interface Invocation {
  readonly command: CommandName;
  /** What stands beside flags, without the name of the command. */
  readonly operands: readonly string[];
  readonly options: GivenOptions;
}

/** A word of a command line, as Node tells them apart. */
type Token =
  | { readonly kind: 'positional'; readonly index: number; readonly value: string }
  | { readonly kind: 'option'; readonly index: number; readonly rawName: string; readonly name: string; readonly value: string | undefined }
  | { readonly kind: 'option-terminator'; readonly index: number };

const isCommandName = (word: string): word is CommandName => COMMAND_NAMES.some(name => name === word);

function readTokens(argv: readonly string[]): readonly Token[] {
  // Paths alone: what Node loads to parse flags takes longer than it takes to lint a small file.
  if (!argv.some(word => word.startsWith('-'))) return argv.map((value, index) => ({ kind: 'positional', index, value }));
  const names = Object.keys(OPTIONS).filter(isOptionName);
  const options = Object.fromEntries(
    names.map(name => {
      const { short, value } = specOf(name);
      return [name, { type: value === undefined ? ('boolean' as const) : ('string' as const), ...(short === undefined ? {} : { short }) }];
    }),
  );
  return parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true }).tokens;
}

function unknownFlag(rawName: string, command: CommandName): Problem {
  const name = rawName.replace(/^-+/, '');
  const owners = isOptionName(name) ? (specOf(name).commands ?? []) : [];
  if (owners.length > 0) return { problem: `flag "${rawName}" belongs to ${owners.join(', ')} and not to ${command}` };
  const near = findNearest(
    rawName,
    optionsOf(command).map(known => `--${known}`),
    known => known,
  );
  const manual = `svclint ${command === 'lint' ? '' : `${command} `}--help lists the flags`;
  return { problem: `flag "${rawName}" is unknown`, help: near === undefined ? manual : `Did you mean "${near}"?` };
}

function gather(values: ReadonlyMap<OptionName, readonly string[]>): GivenOptions {
  return {
    isSet: name => values.has(name),
    valueOf: name => values.get(name)?.at(-1),
    valuesOf: name => values.get(name) ?? [],
  };
}

interface FlagToken {
  readonly rawName: string;
  readonly name: string;
  readonly value: string | undefined;
}

function readFlag({ rawName, name, value }: FlagToken, command: CommandName): { name: OptionName; value: string } | Problem {
  if (!isOptionName(name) || !optionsOf(command).includes(name)) return unknownFlag(rawName, command);
  const takesValue = specOf(name).value;
  if (takesValue === undefined) return value === undefined ? { name, value: '' } : { problem: `flag "${rawName}" takes no value` };
  // `--config --quiet`: the next flag is no value.
  if (value === undefined || value === '' || (value.startsWith('--') && value.length > 2))
    return { problem: `flag "${rawName}" needs a value: ${rawName} ${takesValue}` };
  return { name, value };
}

interface Words {
  readonly command: CommandName;
  readonly operands: readonly string[];
  readonly help: boolean;
}

/** The first word is the command where it is the name of one; else it is a path to lint. What follows `--` is always a path. */
function splitWords(words: readonly string[], firstMayBeCommand: boolean): Words {
  const [first = '', second = ''] = words;
  if (!firstMayBeCommand) return { command: 'lint', operands: words, help: false };
  if (first === 'help') return { command: isCommandName(second) ? second : 'lint', operands: [], help: true };
  return isCommandName(first) ? { command: first, operands: words.slice(1), help: false } : { command: 'lint', operands: words, help: false };
}

/** Reads a command line by the option table. */
export function parseCommandLine(argv: readonly string[]): Invocation | Problem {
  const tokens = readTokens(argv);
  const words = tokens.flatMap(token => (token.kind === 'positional' ? [token] : []));
  const terminator = tokens.find(token => token.kind === 'option-terminator');
  const [first] = words;
  const { command, operands, help } = splitWords(
    words.map(word => word.value),
    first !== undefined && (terminator === undefined || first.index < terminator.index),
  );
  const values = new Map<OptionName, readonly string[]>(help ? [['help', []]] : []);
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const flag = readFlag(token, command);
    if ('problem' in flag) return flag;
    values.set(flag.name, [...(values.get(flag.name) ?? []), flag.value]);
  }
  return { command, operands, options: gather(values) };
}
