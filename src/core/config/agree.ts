import type { ConfigurationFault } from '../rule/configuration-fault.ts';
import { directoryOf, joinPath } from '../text/path.ts';
import type { Configuration } from './configuration.ts';
import type { ReadConfiguration } from './read-configuration.ts';

/** Keys that hold for a whole run: it has one cluster, one set of presets and one exit code. */
const RUN_WIDE = [
  'presets',
  'kubernetesVersion',
  'platform',
  'nodePortRange',
  'serviceCidr',
  'clusterDomain',
  'complete',
  'scopes',
  'references',
  'plugins',
  'helm',
  'requireReasons',
  'failOn',
  'baseline',
] as const satisfies readonly (keyof Configuration)[];

function optionsOf({ configuration }: ReadConfiguration): string {
  const entries = [...(configuration.rules ?? [])].flatMap(([name, { options }]) => (options ? [[name, options]] : []));
  return JSON.stringify(entries.sort());
}

/** What a key means for the run: two configurations that write the same relative path mean two files. */
function meaningOf({ configuration, input }: ReadConfiguration, key: (typeof RUN_WIDE)[number]): string | undefined {
  const { baseline } = configuration;
  return key === 'baseline' && baseline !== undefined ? joinPath(directoryOf(input.path), baseline) : JSON.stringify(configuration[key]);
}

function conflict(first: ReadConfiguration, other: ReadConfiguration, key: string): ConfigurationFault[] {
  const at = other.root?.get(key);
  const otherAt = first.root?.get(key);
  const place = at?.isPresent ? at.at : otherAt?.at;
  if (!place) return [];
  return [
    {
      variant: 'conflict',
      message: `"${key}" differs between two configurations of this run, so nothing is linted`,
      at: place,
      help: 'Lint the inputs one by one, or name one configuration with --config',
      related: otherAt?.isPresent && at?.isPresent ? [{ at: otherAt.at, note: `${first.input.path} says it here` }] : [],
    },
  ];
}

/** Inputs may have different configurations; what holds for the whole run has to be the same in all of them. */
export function findConflicts([first, ...others]: readonly ReadConfiguration[]): ConfigurationFault[] {
  if (!first) return [];
  return others.flatMap(other => [
    ...RUN_WIDE.filter(key => meaningOf(first, key) !== meaningOf(other, key)).flatMap(key => conflict(first, other, key)),
    ...(optionsOf(first) === optionsOf(other) ? [] : conflict(first, other, 'rules')),
  ]);
}
