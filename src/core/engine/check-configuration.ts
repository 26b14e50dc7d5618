import { findConflicts } from '../config/agree.ts';
import { readConfiguration, type ConfigurationInput, type Known } from '../config/read-configuration.ts';
import { buildClusters } from '../model/build-clusters.ts';
import type { CheckedConfiguration } from '../rule/configuration-fault.ts';
import type { AnyRule } from '../rule/define-rule.ts';
import { buildReport } from './build-report.ts';
import type { Report } from './report.ts';
import { runOn } from './run-rules.ts';
import { buildSettings, DEFAULT_SETTINGS, type Flags, type Settings } from './settings.ts';

export interface Faulty {
  readonly faulty: CheckedConfiguration;
}

/** Settings of a run, or what is wrong in its configurations: one fault anywhere, and nothing is linted. */
export function checkConfigurations(inputs: readonly ConfigurationInput[], flags: Flags, known: Known): Settings | Faulty {
  const read = inputs.map(input => readConfiguration(input, known));
  const own = read.flatMap(({ faults }) => faults);
  const faults = own.length > 0 ? own : findConflicts(read);
  return faults.length > 0 ? { faulty: { faults } } : buildSettings(read, flags);
}

/** The report of a run that linted nothing. */
export function reportFaulty({ faulty }: Faulty, rules: readonly AnyRule[]): Report {
  const set = buildClusters([], DEFAULT_SETTINGS);
  const outcome = runOn(
    rules.filter(rule => rule.subject === 'configuration'),
    [faulty],
    DEFAULT_SETTINGS,
  );
  return buildReport({ set, outcome, settings: DEFAULT_SETTINGS, incomplete: [], notices: [] });
}
