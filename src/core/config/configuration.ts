import type { NamedScope } from '../model/build-clusters.ts';
import type { ReferenceRow } from '../model/references/reference.ts';
import type { Preset } from '../rule/define-rule.ts';
import type { Severity } from '../rule/finding.ts';
import type { PathPatterns } from './path-pattern.ts';
import type { WrittenSetting } from './rule-settings.ts';

/** The objects that an override is for; each condition that is given has to hold. Patterns with `*` and `?`. */
export interface ResourceConditions {
  readonly kind?: readonly string[] | undefined;
  readonly namespace?: readonly string[] | undefined;
  readonly name?: readonly string[] | undefined;
  readonly labels?: ReadonlyMap<string, string> | undefined;
}

/** Levels of rules for some files or objects. */
export interface Override {
  readonly paths?: PathPatterns | undefined;
  readonly resources?: ResourceConditions | undefined;
  readonly rules?: ReadonlyMap<string, WrittenSetting> | undefined;
}

export interface ScopePaths {
  readonly name: NamedScope['name'];
  readonly paths: PathPatterns;
}

/** At which severity a run fails. */
export type FailOn = Severity | 'never';

/** What a configuration file says; undefined is what it does not say. */
export interface Configuration {
  readonly presets?: readonly Preset[] | undefined;
  readonly rules?: ReadonlyMap<string, WrittenSetting> | undefined;
  readonly locks?: readonly string[] | undefined;
  readonly ignore?: PathPatterns | undefined;
  readonly overrides?: readonly Override[] | undefined;
  readonly kubernetesVersion?: readonly number[] | undefined;
  readonly platform?: string | undefined;
  readonly nodePortRange?: readonly [number, number] | undefined;
  readonly serviceCidr?: readonly string[] | undefined;
  readonly clusterDomain?: string | undefined;
  readonly complete?: boolean | undefined;
  readonly schemas?: readonly string[] | undefined;
  readonly plugins?: readonly string[] | undefined;
  readonly scopes?: readonly ScopePaths[] | undefined;
  readonly references?: readonly ReferenceRow[] | undefined;
  readonly helm?: boolean | undefined;
  readonly requireReasons?: boolean | undefined;
  readonly failOn?: FailOn | undefined;
  /** Relative to the configuration. */
  readonly baseline?: string | undefined;
}
