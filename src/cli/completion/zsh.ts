import { quoteWord } from './bash.ts';
import { COMMANDS } from '../commands.ts';
import type { CompletedCommand, CompletedFlag, Values } from './values.ts';

/** A text inside a specification of `_arguments`, where brackets and colons mean something. */
function escapeSpec(text: string): string {
  return text.replaceAll(/[\\[\]:]/g, String.raw`\$&`);
}

/** What completes a value, after `:message:`. */
function action(values: Values): string {
  switch (values.kind) {
    case 'words':
      return `(${values.words.map(escapeSpec).join(' ')})`;
    case 'pairs':
      return values.values === undefined ? `{_svclint_outputs ${values.words.join(' ')}}` : `{_svclint_levels ${values.words.join(' ')}}`;
    case 'files':
      return '_files';
    case 'none':
      return ' ';
  }
}

function flagSpecs({ words, about, repeatable, values, name }: CompletedFlag): string[] {
  const others = repeatable ? '*' : words.length > 1 ? `(${words.join(' ')})` : '';
  return words.map(word => {
    const taking = values === undefined ? '' : word.startsWith('--') ? '=' : '+';
    return `${others}${word}${taking}[${escapeSpec(about)}]${values === undefined ? '' : `:${name}:${action(values)}`}`;
  });
}

function operandSpecs({ operands, name }: CompletedCommand): string[] {
  if (name === 'lint') return ['*:path:_svclint_first'];
  return operands.flatMap((values, index) => {
    const nth = index === operands.length - 1 ? '*' : String(index + 1);
    return values.kind === 'none' && nth === '*' ? [] : [`${nth}:operand:${action(values)}`];
  });
}

function commandCase(command: CompletedCommand): string {
  const specs = [...command.flags.flatMap(flagSpecs), ...operandSpecs(command)].map(spec => ` \\\n        ${quoteWord(spec)}`);
  return `    ${command.name})\n      _arguments -s -S${specs.join('')}\n      ;;\n`;
}

/** Finds the command of the line and takes it out: what is left are its flags and operands. */
const READING = (takers: readonly string[], others: readonly string[]): string => `  local command=lint word taken=''
  local -i operands=0 i
  for (( i = 2; i < CURRENT; i++ )); do
    word=\${words[i]}
    if [[ -n $taken ]]; then taken=''; continue; fi
    case $word in
      ${takers.join('|')}) taken=$word ;;
      -?*) ;;
      *)
        if (( operands == 0 )) && [[ $command == lint && $word == (${others.join('|')}) ]]; then
          command=$word
          words[i]=()
          (( CURRENT--, i-- ))
        else
          (( operands++ ))
        fi
        ;;
    esac
  done
`;

/** `svclint completion zsh > "${fpath[1]}/_svclint"`, or `source <(svclint completion zsh)` after `compinit`. */
export function renderZsh(commands: readonly CompletedCommand[]): string {
  const others = commands.filter(({ name }) => name !== 'lint').map(({ name }) => name);
  const takers = [...new Set(commands.flatMap(({ flags }) => flags.filter(({ values }) => values).flatMap(({ words }) => words)))];
  return `#compdef svclint
# Completions of svclint for zsh.
_svclint_outputs() {
  if compset -P '*='; then _files; else compadd -q -S = -- "$@"; fi
}
_svclint_levels() {
  if compset -P '*='; then compadd -- off info warning error; else compadd -q -S = -- "$@"; fi
}
_svclint_first() {
  local -a commands=(
${others.map(name => `    ${quoteWord(`${name}:${COMMANDS[name].about.replaceAll(':', String.raw`\:`)}`)}\n`).join('')}  )
  (( operands == 0 )) && _describe command commands
  _files
}
_svclint() {
${READING(takers, others)}  case $command in
${commands.map(commandCase).join('')}  esac
}
if [[ \${funcstack[1]} == _svclint ]]; then _svclint "$@"; else compdef _svclint svclint; fi
`;
}
