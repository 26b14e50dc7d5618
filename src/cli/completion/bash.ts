import type { CompletedCommand, CompletedFlag, Values } from './values.ts';

/** A word that a POSIX shell and zsh take as it is. */
export function quoteWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

const list = (words: readonly string[]): string => words.map(quoteWord).join(' ');

/** A call that offers what may stand there; files are what bash itself completes. */
function offer(values: Values): string {
  switch (values.kind) {
    case 'words':
      return `_svclint_words ${list(values.words)}`;
    case 'pairs':
      return values.values === undefined ? `_svclint_keys ${list(values.words)}` : `_svclint_pairs '${list(values.values)}' ${list(values.words)}`;
    case 'files':
      return ':';
    case 'none':
      return '_svclint_words';
  }
}

function flagCase({ name }: CompletedCommand, { words, values }: CompletedFlag): string {
  return values ? `    ${words.map(word => quoteWord(`${name}:${word}`)).join('|')}) ${offer(values)}; return ;;\n` : '';
}

function operandCases({ name, operands }: CompletedCommand): string {
  return operands.map((values, index) => `    ${name}:${index === operands.length - 1 ? '*' : String(index)}) ${offer(values)} ;;\n`).join('');
}

/** Patterns for the flags of which the next word is the value. */
const takers = ({ name, flags }: CompletedCommand): string[] =>
  flags.filter(({ values }) => values).flatMap(({ words }) => words.map(word => `${name}:${word}`));

const OFFERS = `# Offers words. readline replaces what follows the last "=" of a word, so what stands before it is stripped.
_svclint_words() {
  local word
  compopt +o default 2>/dev/null
  for word in "$@"; do
    if [[ $word == "$current"* ]]; then
      word=$prefix$word
      COMPREPLY+=("\${word:\${#strip}}")
    fi
  done
}
_svclint_keys() {
  local word keys=()
  if [[ $current == *=* ]]; then return; fi
  for word in "$@"; do keys+=("$word="); done
  compopt -o nospace 2>/dev/null
  _svclint_words "\${keys[@]}"
}
_svclint_pairs() {
  local value pairs=() values=$1
  shift
  if [[ $current != *=* ]]; then
    _svclint_keys "$@"
    return
  fi
  for value in $values; do pairs+=("\${current%%=*}=$value"); done
  _svclint_words "\${pairs[@]}"
}
`;

/** Finds the command, how many operands it has, the flag before the cursor, and the word at the cursor. */
const READ = (commands: readonly CompletedCommand[]): string => `  local words=('') current previous='' prefix='' strip='' command=lint operands=0 word i last=0
  COMPREPLY=()
  # readline also splits words at "=": here they are whole again.
  for ((i = 1; i <= COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    if [[ $last -gt 0 && ($word == =* || \${words[last]} == *=) ]]; then
      words[last]=\${words[last]}$word
    else
      last=$((last + 1))
      words[last]=$word
    fi
  done
  for ((i = 1; i < last; i++)); do
    word=\${words[i]}
    case $command:$previous in
      ${commands.flatMap(takers).join('|')})
        previous=''
        continue
        ;;
    esac
    previous=$word
    if [[ $word == -?* ]]; then continue; fi
    case $command:$operands:$word in
      ${commands
        .filter(({ name }) => name !== 'lint')
        .map(({ name }) => `lint:0:${name}`)
        .join('|')}) command=$word ;;
      *) operands=$((operands + 1)) ;;
    esac
  done
  current=\${words[last]}
  if [[ $current == *=* && $COMP_WORDBREAKS == *=* ]]; then strip=\${current%=*}=; fi
  if [[ $current == --*=* ]]; then
    previous=\${current%%=*}
    prefix=$previous=
    current=\${current#*=}
  fi
`;

/** `source <(svclint completion bash)`. Works from bash 3.2 on, and without the package bash-completion. */
export function renderBash(commands: readonly CompletedCommand[]): string {
  const others = commands.map(({ name }) => name).filter(name => name !== 'lint');
  return [
    `# Completions of svclint for bash.\n${OFFERS}_svclint() {\n${READ(commands)}  case $command:$previous in\n`,
    ...commands.flatMap(command => command.flags.map(flag => flagCase(command, flag))),
    '  esac\n  if [[ $current == -* && $prefix == "" ]]; then\n    case $command in\n',
    ...commands.map(({ name, flags }) => `      ${name}) _svclint_words ${list(flags.flatMap(flag => flag.words))} ;;\n`),
    '    esac\n    return\n  fi\n  case $command:$operands in\n',
    ...commands.map(operandCases),
    `  esac
  # The first word is a command or a path. Without a command that fits, bash completes paths itself.
  if [[ $command:$operands:$prefix == lint:0: ]]; then
    for word in ${list(others)}; do
      if [[ $word == "$current"* ]]; then COMPREPLY+=("$word"); fi
    done
    if [[ \${#COMPREPLY[@]} -gt 0 ]]; then
      compopt -o filenames 2>/dev/null
      while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "$current")
    fi
  fi
}
complete -o default -F _svclint svclint
`,
  ].join('');
}
