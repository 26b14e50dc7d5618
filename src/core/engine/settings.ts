import type { NamedScope } from '../model/build-clusters.ts';
import type { Target } from '../model/cluster.ts';
import type { RuleMeta, Preset } from '../rule/define-rule.ts';
import type { OptionValue } from '../rule/options.ts';
import type { Severity } from '../rule/finding.ts';

export interface RuleSetting {
  readonly severity?: Severity | 'off' | undefined;
  readonly options?: Readonly<Record<string, OptionValue>> | undefined;
}

/** What a run does, after configuration and flags are read. */
export interface Settings {
  readonly target: Target;
  readonly presets: ReadonlySet<Preset>;
  readonly scopes: readonly NamedScope[];
  /** What the configuration says of a rule for a file; undefined where it says nothing. */
  readonly ruleSetting: (rule: string, path: string) => RuleSetting | undefined;
  /** False with `--no-suppressions`: comments and annotations hide nothing. */
  readonly suppressions: boolean;
  readonly requireReasons: boolean;
}

export const DEFAULT_TARGET: Target = {
  complete: false,
  platform: undefined,
  nodePortRange: [30000, 32767],
  serviceCidrs: [],
  clusterDomain: 'cluster.local',
  minors: [34, 35, 36, 37],
};

export const DEFAULT_SETTINGS: Settings = {
  target: DEFAULT_TARGET,
  presets: new Set<Preset>(['recommended']),
  scopes: [],
  ruleSetting: () => undefined,
  suppressions: true,
  requireReasons: false,
};

/** Whether a rule runs at all: it is in an active preset, or the configuration switches it on somewhere. */
export function isActive(rule: RuleMeta, settings: Settings): boolean {
  return rule.presets.some(preset => settings.presets.has(preset));
}
