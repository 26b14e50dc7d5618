import { LEVELS } from '../../core/config/rule-settings.ts';
import { NEWEST_MINOR, OLDEST_MINOR } from '../../core/config/versions.ts';
import { PLATFORM_NAMES } from '../../core/predict/load-balancer-provider.ts';
import { FORMAT_NAMES } from '../../core/report/formats.ts';
import { GRAPH_FORMATS } from '../../core/report/graph/formats.ts';
import { CATEGORIES, PRESETS, type RuleMeta } from '../../core/rule/define-rule.ts';
import { FORMATS as OBJECT_FORMATS } from '../commands/endpoints.ts';
import { RESTRICTORS } from '../load-restrictors.ts';
import { optionsOf, specOf, type CommandName, type OptionName } from '../options.ts';
import { FAIL_ON } from '../read-flags.ts';

/** What may stand as a value. `pairs`: one of the words, "=", and one of `values`, or a file where there are none. */
export type Values =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'pairs'; readonly words: readonly string[]; readonly values: readonly string[] | undefined }
  | { readonly kind: 'files' }
  | { readonly kind: 'none' };

/** A flag of a command as a shell completes it. */
export interface CompletedFlag {
  readonly name: OptionName;
  /** `--format`, `-f` */
  readonly words: readonly string[];
  readonly about: string;
  readonly repeatable: boolean;
  /** Undefined for a switch. */
  readonly values: Values | undefined;
}

export interface CompletedCommand {
  readonly name: CommandName;
  readonly flags: readonly CompletedFlag[];
  /** What stands beside flags: in turn, the last one again and again. */
  readonly operands: readonly Values[];
}

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

const FILES: Values = { kind: 'files' };
const NONE: Values = { kind: 'none' };
const words = (list: readonly string[]): Values => ({ kind: 'words', words: list });

function minors(): string[] {
  return Array.from({ length: NEWEST_MINOR - OLDEST_MINOR + 1 }, (_, index) => `1.${String(NEWEST_MINOR - index)}`);
}

function formatsOf(command: CommandName): readonly string[] {
  if (command === 'lint') return FORMAT_NAMES;
  if (command === 'graph') return GRAPH_FORMATS;
  return command === 'rules' ? ['text', 'json'] : OBJECT_FORMATS;
}

function valuesOf(name: OptionName, command: CommandName, rules: readonly RuleMeta[]): Values {
  switch (name) {
    case 'format':
      return words(formatsOf(command));
    case 'output':
      return { kind: 'pairs', words: formatsOf(command), values: undefined };
    case 'rule':
      return { kind: 'pairs', words: rules.map(({ id }) => id), values: LEVELS };
    case 'fail-on':
      return words(FAIL_ON);
    case 'preset':
      return words(PRESETS);
    case 'category':
      return words(CATEGORIES);
    case 'severity':
      return words(LEVELS.filter(level => level !== 'off'));
    case 'load-restrictor':
      return words(RESTRICTORS);
    case 'platform':
      return words(PLATFORM_NAMES);
    case 'kubernetes-version':
      return words(minors());
    default:
      return /^(?:FILE|PATH)$/.test(specOf(name).value ?? '') ? FILES : NONE;
  }
}

function flagOf(name: OptionName, command: CommandName, rules: readonly RuleMeta[]): CompletedFlag {
  const { short, value, about, repeatable = false } = specOf(name);
  const written = [`--${name}`, ...(short === undefined ? [] : [`-${short}`])];
  return { name, words: written, about, repeatable, values: value === undefined ? undefined : valuesOf(name, command, rules) };
}

function operandsOf(command: CommandName, rules: readonly RuleMeta[]): readonly Values[] {
  switch (command) {
    case 'lint':
    case 'admit':
    case 'endpoints':
    case 'routes':
    case 'graph':
      return [FILES];
    case 'build':
      return [FILES, NONE];
    case 'describe':
      return [words(['service']), NONE, FILES];
    case 'explain':
      return [words(rules.map(({ id }) => id)), NONE];
    case 'completion':
      return [words(SHELLS), NONE];
    case 'rules':
    case 'init':
      return [NONE];
  }
}

/** What a shell has to know of a command. */
export function completedCommand(name: CommandName, rules: readonly RuleMeta[]): CompletedCommand {
  return { name, flags: optionsOf(name).map(flag => flagOf(flag, name, rules)), operands: operandsOf(name, rules) };
}
