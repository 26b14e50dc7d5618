import type { Preset } from '../rule/define-rule.ts';
import type { OptionValue } from '../rule/options.ts';
import type { Configuration, FailOn } from './configuration.ts';
import type { Level } from './rule-settings.ts';

type OneOrMore<T> = T | readonly T[];

/** A level, or the severity and the options of a rule. */
export type WrittenRule = Level | { readonly severity?: Level; readonly options?: Readonly<Record<string, OptionValue>> };

export interface WrittenConditions {
  readonly kind?: OneOrMore<string>;
  readonly namespace?: OneOrMore<string>;
  readonly name?: OneOrMore<string>;
  readonly labels?: Readonly<Record<string, string>>;
}

export interface WrittenOverride {
  readonly paths?: OneOrMore<string>;
  readonly resources?: WrittenConditions;
  readonly rules: Readonly<Record<string, Level>>;
}

export interface WrittenScope {
  readonly name: string;
  readonly paths: OneOrMore<string>;
}

/** A field of custom resources that names an object. */
export interface WrittenReference {
  readonly from: OneOrMore<string>;
  readonly at: string;
  readonly to: string;
  readonly name?: string;
  readonly namespace?: string;
  readonly key?: string;
  readonly optional?: string;
  readonly verb?: 'needs' | 'uses' | 'makes';
}

interface WrittenKeys {
  readonly presets: readonly Preset[];
  readonly rules: Readonly<Record<string, WrittenRule>>;
  readonly locks: readonly string[];
  readonly ignore: OneOrMore<string>;
  readonly overrides: readonly WrittenOverride[];
  readonly kubernetesVersion: string;
  readonly platform: string;
  readonly nodePortRange: string;
  readonly serviceCidr: OneOrMore<string>;
  readonly clusterDomain: string;
  readonly complete: boolean;
  readonly references: readonly WrittenReference[];
  readonly schemas: OneOrMore<string>;
  readonly plugins: OneOrMore<string>;
  readonly scopes: readonly WrittenScope[];
  readonly helm: boolean;
  readonly requireReasons: boolean;
  readonly failOn: FailOn;
  readonly baseline: string;
}

/** A configuration as it is written: the keys of `.svclint.yaml`. */
export type WrittenConfiguration = { readonly [K in keyof Configuration]?: WrittenKeys[K] };
