import type { Finding } from './finding.ts';

/** What can be wrong in a configuration: the variants of the rule that reports it. */
export type ConfigurationVariant =
  'syntax' | 'duplicate-key' | 'unknown-key' | 'unknown-rule' | 'unknown-option' | 'unknown-value' | 'wrong-type' | 'pattern' | 'lock' | 'conflict' | 'plugin';

export type ConfigurationFault = Finding<ConfigurationVariant>;

/** A configuration as the rules see it: what its reader found wrong. */
export interface CheckedConfiguration {
  readonly faults: readonly ConfigurationFault[];
}
