import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { FORMAT_NAMES } from '../../src/core/report/formats.ts';
import { useCli } from '../harness/run-cli.ts';
import { makeTree } from '../harness/temp-tree.ts';
import { toolPath } from './tools.ts';

const run = useCli();

const FILES = { 'report.yaml': '', 'resources/a.yaml': '', 'with blank.yaml': '' };

/** Completes the line in bash as readline does: it splits words at `=` too. */
const BASH = `
source ./script
COMP_WORDS=() line=$1
for word in $line; do
  while [[ $word == *=* ]]; do
    [[ \${word%%=*} == '' ]] || COMP_WORDS+=("\${word%%=*}")
    COMP_WORDS+=(=)
    word=\${word#*=}
    [[ $word != '' ]] || continue 2
  done
  COMP_WORDS+=("$word")
done
[[ $line != *' ' ]] || COMP_WORDS+=('')
COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
complete -p svclint >/dev/null
_svclint svclint
printf '%s\\n' "\${COMPREPLY[@]}"
`;

/** Types the line into an interactive zsh and prints what its completion system was offered. The marks are split, for what is typed may be echoed. */
const ZSH = `
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "PROMPT= RPROMPT= TERM=dumb; stty -echo"
zpty -w shell "autoload -Uz compinit; compinit -u -D; source ./script"
zpty -w shell 'compadd() { local -a hits; local a; for a in "$@"; do case $a in (--|-) break;; (-[OAD]) builtin compadd "$@"; return;; esac; done; builtin compadd -A hits "$@"; print -rl -- "<"$^hits">"; builtin compadd "$@" }'
zpty -w shell "finish() { print E''ND; exit }; comppostfuncs=(finish); bindkey '^I' complete-word; print REA''DY"
zpty -r shell out '*READY*'
zpty -w -n shell "$1"$'\\t'
zpty -r -m shell out '*END*'
print -r -- $out
`;

const SHELLS = {
  bash: { words: ['--norc', '-c', BASH, 'bash'], read: (output: string): string[] => output.split('\n').filter(line => line !== '') },
  zsh: {
    words: ['-f', '-c', ZSH, 'zsh'],
    read: (output: string): string[] => [...output.matchAll(/<([^<>\r\n]+)>/g)].map(([, hit = '']) => hit),
  },
  fish: {
    words: ['--no-config', '-c', 'source ./script; complete -C $argv[1]'],
    read: (output: string): string[] => output.split('\n').flatMap(line => line.split('\t')[0] || []),
  },
} as const;

type Shell = keyof typeof SHELLS;

const scripts = new Map<Shell, string>();

function scriptOf(shell: Shell): string {
  const script = scripts.get(shell) ?? run({}, ['completion', shell]).stdout;
  scripts.set(shell, script);
  return script;
}

/** What the shell offers for a line with the cursor at its end, sorted: words as they would stand, without what is typed of a pair already. */
function complete(shell: Shell, line: string): string[] {
  const { words, read } = SHELLS[shell];
  const cwd = makeTree({ ...FILES, script: scriptOf(shell) });
  const env = { PATH: process.env['PATH'] ?? '', HOME: cwd, TERM: 'dumb', LC_ALL: 'C.UTF-8' };
  const output = execFileSync(toolPath(shell), [...words, line], { cwd, env, encoding: 'utf8', timeout: 60_000 });
  const offered = read(output).map(word => (word.endsWith('=') ? word : word.slice(word.lastIndexOf('=') + 1)).replace(/\/$/, ''));
  return [...new Set(offered)].sort();
}

describe.each(['bash', 'zsh', 'fish'] as const)('%s', shell => {
  test('reads the script without a word', () => {
    const cwd = makeTree({ script: scriptOf(shell) });
    const check = [...(shell === 'fish' ? ['--no-config'] : []), '-n', path.join(cwd, 'script')];
    expect(execFileSync(toolPath(shell), check, { encoding: 'utf8' })).toBe('');
  });

  test.each<[string, readonly string[]]>([
    ['svclint --form', ['--format']],
    ['svclint --update', ['--update-baseline']],
    ['svclint rules --ca', ['--category']],
    ['svclint --format ', FORMAT_NAMES],
    ['svclint -f ', FORMAT_NAMES],
    ['svclint --format=sar', ['sarif']],
    ['svclint rules --format ', ['json', 'text']],
    ['svclint endpoints -f ', ['json', 'text', 'yaml']],
    ['svclint --fail-on ', ['error', 'info', 'never', 'warning']],
    ['svclint --preset s', ['security', 'strict', 'style']],
    ['svclint --platform ki', ['kind']],
    ['svclint --kubernetes-version 1.36', ['1.36']],
    ['svclint rules --severity e', ['error']],
    ['svclint --rule node-port-taken=', ['error', 'info', 'off', 'warning']],
    ['svclint --rule=node-port-taken=w', ['warning']],
    ['svclint exp', ['explain']],
    ['svclint --format json exp', ['explain']],
    ['svclint explain node-port-tak', ['node-port-taken']],
    ['svclint --no-color explain node-port-tak', ['node-port-taken']],
    ['svclint describe ', ['service']],
    ['svclint completion ', ['bash', 'fish', 'zsh']],
    ['svclint --since ', []],
  ])('%s', (line, expected) => {
    expect(complete(shell, line)).toEqual([...expected].sort());
  });

  test('every rule can be explained', () => {
    expect(complete(shell, 'svclint explain ')).toEqual(rules.map(({ id }) => id).sort());
  });

  test('a first word is a command or a path', () => {
    expect(complete(shell, 'svclint r')).toEqual(['report.yaml', 'resources', 'routes', 'rules']);
  });

  // bash completes paths itself where a function offers nothing, with all of its quoting.
  test.each(['svclint --baseline re', 'svclint --config re', 'svclint k8s re', 'svclint describe service web re', 'svclint -o sarif=re'])('%s: files', line => {
    expect(complete(shell, line)).toEqual(shell === 'bash' ? [] : ['report.yaml', 'resources']);
  });
});
