import { COMMANDS } from '../commands.ts';
import type { CompletedCommand, CompletedFlag, Values } from './values.ts';

/** A word in single quotes, as fish reads it: only a backslash and a quote are escaped there. */
function quote(text: string): string {
  return `'${text.replaceAll(/['\\]/g, String.raw`\$&`)}'`;
}

/** What completes a value; words of a command line are split at blanks, which no value holds. */
function offer(values: Values): string {
  switch (values.kind) {
    case 'words':
      return `-x -a ${quote(values.words.join(' '))}`;
    case 'pairs':
      return values.values === undefined
        ? `-x -a ${quote(`(__svclint_outputs ${values.words.join(' ')})`)}`
        : `-x -a ${quote(`(__svclint_pairs ${quote(values.values.join(' '))} ${values.words.join(' ')})`)}`;
    case 'files':
      return '-r -F';
    case 'none':
      return '-x';
  }
}

function flagLine({ words, about, values }: CompletedFlag, command: string): string {
  const names = words.map(word => (word.startsWith('--') ? `-l ${word.slice(2)}` : `-s ${word.slice(1)}`));
  return `complete -c svclint -n '__svclint_is ${command}' ${names.join(' ')}${values === undefined ? '' : ` ${offer(values)}`} -d ${quote(about)}\n`;
}

function operandLines({ name, operands }: CompletedCommand): string {
  return operands
    .map((values, index) => {
      const condition = `__svclint_is ${name} ${String(index)}${index === operands.length - 1 ? ' or-more' : ''}`;
      if (values.kind === 'files') return `complete -c svclint -n '${condition}' -F\n`;
      return values.kind === 'words'
        ? `complete -c svclint -n '${condition}' -f -a ${quote(values.words.join(' '))}\n`
        : `complete -c svclint -n '${condition}' -f\n`;
    })
    .join('');
}

const READING = (
  takers: readonly string[],
  others: readonly string[],
): string => `# Prints the command of the line, and how many operands stand before the cursor.
function __svclint_read
    set -l command lint
    set -l operands 0
    set -l taken 0
    for word in (commandline -opc)[2..-1]
        if test $taken = 1
            set taken 0
        else if contains -- $word ${takers.join(' ')}
            set taken 1
        else if string match -q -- '-?*' $word
            continue
        else if test $command$operands = lint0; and contains -- $word ${others.join(' ')}
            set command $word
        else
            set operands (math $operands + 1)
        end
    end
    printf '%s\\n' $command $operands
end
function __svclint_is -a command operands more
    set -l read (__svclint_read)
    test $read[1] = $command; or return 1
    test -n "$operands"; or return 0
    test $read[2] -eq $operands; and return 0
    test -n "$more" -a $read[2] -gt $operands
end
`;

const OFFERING = `function __svclint_pairs
    set -l values (string split ' ' -- $argv[1])
    for key in $argv[2..-1]
        printf '%s\\n' $key=$values
    end
end
function __svclint_outputs
    set -l current (string replace -r -- '^--output=|^-o' '' (commandline -ct))
    if string match -q -- '*=*' $current
        set -l parts (string split -m 1 = -- $current)
        for file in (__fish_complete_path $parts[2])
            printf '%s\\n' $parts[1]=$file
        end
    else
        printf '%s=\\n' $argv
    end
end
`;

/** `svclint completion fish > ~/.config/fish/completions/svclint.fish` */
export function renderFish(commands: readonly CompletedCommand[]): string {
  const others = commands.map(({ name }) => name).filter(name => name !== 'lint');
  const takers = [...new Set(commands.flatMap(({ flags }) => flags.filter(({ values }) => values).flatMap(({ words }) => words)))];
  return [
    `# Completions of svclint for fish.\n${READING(takers, others)}${OFFERING}`,
    ...others.map(name => `complete -c svclint -n '__svclint_is lint 0' -a ${name} -d ${quote(COMMANDS[name].about)}\n`),
    ...commands.flatMap(command => [operandLines(command), ...command.flags.map(flag => flagLine(flag, command.name))]),
  ].join('');
}
