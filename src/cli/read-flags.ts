import type { FailOn } from '../core/config/configuration.ts';
import { LEVELS, type Level } from '../core/config/rule-settings.ts';
import { readMinors, readPortRange } from '../core/config/versions.ts';
import { PLATFORM_NAMES } from '../core/predict/load-balancer-provider.ts';
import type { Flags } from '../core/engine/settings.ts';
import { PRESETS, type Preset, type RuleMeta } from '../core/rule/define-rule.ts';
import { isOfAbsentPlugin } from '../core/rule/plugin.ts';
import { findNearest } from '../core/text/near.ts';
import type { OptionName } from './options.ts';
import type { GivenOptions } from './parse-command-line.ts';
import { unknownName, type Problem } from './problem.ts';
import type { Terminal } from './terminal.ts';

export const FAIL_ON = ['error', 'warning', 'info', 'never'] as const satisfies readonly FailOn[];

/** Collects the first problem, so that the flags read in one line each. */
class FlagReader {
  problem: Problem | undefined;
  readonly #options: GivenOptions;

  constructor(options: GivenOptions) {
    this.#options = options;
  }

  refuse(problem: Problem): undefined {
    this.problem ??= problem;
  }

  choice<const V extends string>(flag: OptionName, written: string, known: readonly V[]): V | undefined {
    const found = known.find(value => value === written);
    return (
      found ??
      this.refuse(
        unknownName(
          `value "${written}" of --${flag}`,
          known,
          findNearest(written, known, value => value),
        ),
      )
    );
  }

  choiceOf<const V extends string>(flag: OptionName, known: readonly V[]): V | undefined {
    const written = this.#options.valueOf(flag);
    return written === undefined ? undefined : this.choice(flag, written, known);
  }

  parsed<V>(flag: OptionName, parse: (written: string) => V | undefined, form: string): V | undefined {
    const written = this.#options.valueOf(flag);
    if (written === undefined) return undefined;
    return parse(written) ?? this.refuse({ problem: `value "${written}" of --${flag} is not ${form}` });
  }

  presets(): readonly Preset[] | undefined {
    const written = this.#options.valuesOf('preset').flatMap(value => value.split(','));
    const read = written.flatMap(name => this.choice('preset', name, PRESETS) ?? []);
    return written.length > 0 ? read : undefined;
  }

  levels(rules: readonly RuleMeta[]): ReadonlyMap<string, Level> {
    const levels = new Map<string, Level>();
    for (const written of this.#options.valuesOf('rule')) {
      const [id = '', level] = written.split('=', 2);
      const rule = rules.find(known => known.id === id);
      if (level === undefined) this.refuse({ problem: `value "${written}" of --rule is not ID=LEVEL`, help: `Write --rule ${id}=off, info, warning or error` });
      else if (!rule) this.refuse(unknownRule(id, rules));
      else levels.set(id, this.choice('rule', level, LEVELS) ?? 'off');
    }
    return levels;
  }
}

/** The problem of a rule that does not exist. */
export function unknownRule(id: string, rules: readonly RuleMeta[]): Problem {
  if (
    isOfAbsentPlugin(
      id,
      rules.map(rule => rule.id),
    )
  )
    return { problem: `rule "${id}" is of a plugin that is not loaded`, help: '--plugin FILE names its module' };
  const near = findNearest(id, rules, rule => rule.id);
  return { problem: `rule "${id}" is unknown`, help: near ? `Did you mean "${near.id}"?` : '`svclint rules` lists them' };
}

/** What the command line says of the run. */
export function readFlags(options: GivenOptions, rules: readonly RuleMeta[], { today }: Pick<Terminal, 'today'>): Flags | Problem {
  const reader = new FlagReader(options);
  const flags: Flags = {
    complete: options.isSet('complete') ? true : undefined,
    kubernetesVersion: reader.parsed('kubernetes-version', readMinors, 'a minor or range such as 1.33-1.36'),
    platform: reader.choiceOf('platform', PLATFORM_NAMES),
    nodePortRange: reader.parsed('node-port-range', readPortRange, 'a range such as 30000-32767'),
    failOn: reader.choiceOf('fail-on', FAIL_ON),
    presets: reader.presets(),
    levels: reader.levels(rules),
    ignore: !options.isSet('no-ignore'),
    helm: options.isSet('no-helm') ? false : undefined,
    suppressions: !options.isSet('no-suppressions'),
    today,
  };
  return reader.problem ?? flags;
}
