import type { ConfigurationFault } from '../rule/configuration-fault.ts';
import type { RuleMeta } from '../rule/define-rule.ts';
import { Cursor } from '../yaml/cursor.ts';
import { parseSource } from '../yaml/parse-source.ts';
import type { Configuration } from './configuration.ts';
import { KEYS } from './keys.ts';
import { Reader } from './reader.ts';
import { ruleLevels, type Level } from './rule-settings.ts';
import { mapping } from './shapes.ts';

/** What a program may say of a run beside its configuration, as the flags of the command line do. */
export type RunOptions = Pick<Configuration, 'complete' | 'kubernetesVersion' | 'nodePortRange' | 'platform' | 'presets' | 'rules'>;

const runOptions = mapping<RunOptions, RunOptions>({
  keys: {
    complete: KEYS.complete,
    kubernetesVersion: KEYS.kubernetesVersion,
    nodePortRange: KEYS.nodePortRange,
    platform: KEYS.platform,
    presets: KEYS.presets,
    rules: { ...KEYS.rules, shape: ruleLevels },
  },
  build: get => ({
    complete: get('complete'),
    kubernetesVersion: get('kubernetesVersion'),
    nodePortRange: get('nodePortRange'),
    platform: get('platform'),
    presets: get('presets'),
    rules: get('rules'),
  }),
});

export interface ReadRunOptions {
  readonly options: RunOptions;
  readonly levels: ReadonlyMap<string, Level>;
  readonly faults: readonly ConfigurationFault[];
}

/** Reads options of a program with the reader of configurations, so that both refuse the same things with the same words. */
export function readRunOptions(json: string, rules: readonly RuleMeta[]): ReadRunOptions {
  const [document] = parseSource('options', json).documents;
  const root = document && Cursor.root(document);
  const reader = new Reader(rules);
  const options = (root && runOptions.read(root, reader)) ?? {};
  const levels = [...(options.rules ?? [])].flatMap(([name, { severity }]) => (severity === undefined ? [] : [[name, severity] as const]));
  return { options, levels: new Map(levels), faults: reader.faults };
}
