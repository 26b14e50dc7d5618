import type { Container } from '../../model/pod.ts';
import type { Cursor } from '../../yaml/cursor.ts';
import { valueOf } from '../../yaml/field.ts';
import { PartPlace, type Place } from '../../yaml/place.ts';

/** One word of a command line, with its place. */
export interface Word {
  readonly text: string;
  readonly at: Place;
}

/** A setting that a process is given: a flag of its command line with its value, or a variable of its environment. */
export interface Setting {
  /** Lower case, words joined by `-`: `http-port` of `--http.port`, `HTTP_PORT` and `-http-port`. */
  readonly name: string;
  readonly value: string;
  readonly at: Place;
  readonly from: 'flag' | 'variable';
}

const SHELL = /(?:^|\/)(?:ba|da|a|z)?sh$/;

/** The words of a script; quotes around a word are dropped. */
function* wordsOfScript(script: Cursor<unknown>): Iterable<Word> {
  for (const match of script.source.matchAll(/[^\s;|&\\]+/g)) {
    const text = match[0].replaceAll(/^["']+|["']+$/g, '');
    yield { text, at: new PartPlace(script.at, { start: match.index, end: match.index + match[0].length }) };
  }
}

/** The words of a container's command line. Of `sh -c SCRIPT`, the words of the script. */
export function readWords({ body }: Container): readonly Word[] {
  const items: readonly Cursor<unknown>[] = [...body.get('command').items(), ...body.get('args').items()];
  const isShell = items.some(item => SHELL.test(item.text ?? ''));
  return items.flatMap(item => {
    const text = item.text ?? '';
    return isShell && /\s/.test(text) ? [...wordsOfScript(item)] : [{ text, at: item.at }];
  });
}

export function settingName(name: string): string {
  return name
    .replace(/^-+/, '')
    .replaceAll(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replaceAll(/[._]/g, '-');
}

function* readFlags(words: readonly Word[]): Iterable<Setting> {
  for (const [i, word] of words.entries()) {
    const match = /^(--?[A-Za-z][\w.-]*)(?:=(.*))?$/.exec(word.text);
    const next = words[i + 1];
    if (!match?.[1]) continue;
    if (match[2] !== undefined) yield { name: settingName(match[1]), value: match[2].replaceAll(/^["']|["']$/g, ''), at: word.at, from: 'flag' };
    else if (next && !next.text.startsWith('-')) yield { name: settingName(match[1]), value: next.text, at: next.at, from: 'flag' };
  }
}

/** Flags and variables of a container; placeholders are left in their values. */
export function readSettings(container: Container): readonly Setting[] {
  const variables = container.body.get('env').items();
  return [
    ...readFlags(readWords(container)),
    ...variables.flatMap((variable): Setting[] => {
      const [name, value] = [valueOf(variable.get('name').string()), variable.get('value')];
      return name === undefined || value.text === undefined ? [] : [{ name: settingName(name), value: value.text, at: value.at, from: 'variable' }];
    }),
  ];
}
