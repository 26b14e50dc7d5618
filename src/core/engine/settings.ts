import type { Configuration, FailOn, Override } from '../config/configuration.ts';
import { appliesTo, type Subject } from '../config/override.ts';
import { includesPath } from '../config/path-pattern.ts';
import type { ConfigurationInput } from '../config/read-configuration.ts';
import type { Level, RuleSetting } from '../config/rule-settings.ts';
import type { NamedScope } from '../model/build-clusters.ts';
import type { Target } from '../model/cluster.ts';
import type { Preset, RuleMeta } from '../rule/define-rule.ts';
import { directoryOf, joinPath } from '../text/path.ts';

export type { Subject } from '../config/override.ts';
export type { RuleSetting } from '../config/rule-settings.ts';

/** What a run does, after configuration and flags are read. */
export interface Settings {
  readonly target: Target;
  readonly presets: ReadonlySet<Preset>;
  readonly scopes: readonly NamedScope[];
  /** What flags and configuration say of a rule, for a file or object if one is given; undefined where they say nothing. */
  readonly ruleSetting: (rule: string, subject?: Subject) => RuleSetting | undefined;
  /** Rules that flags or configuration name anywhere: they may run although no preset holds them. */
  readonly named: ReadonlySet<string>;
  /** Rules that no suppression can hide. */
  readonly locks: ReadonlySet<string>;
  /** Whether the configuration leaves a file out. */
  readonly ignores: (path: string) => boolean;
  /** Where definitions of other kinds are, as seen from the working directory. */
  readonly schemas: readonly string[];
  /** False where charts are left alone. */
  readonly helm: boolean;
  /** False with `--no-suppressions`: comments and annotations hide nothing. */
  readonly suppressions: boolean;
  readonly requireReasons: boolean;
  readonly failOn: FailOn;
  /** The day of the run as `2026-12-31`: the core has no clock. Without it no suppression expires. */
  readonly today: string | undefined;
  /** The baseline that the configuration names. */
  readonly baseline?: NamedBaseline | undefined;
}

/** Paths as seen from the working directory. */
export interface NamedBaseline {
  readonly path: string;
  /** The directory of the configuration, which the file may not leave. */
  readonly directory: string;
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
  named: new Set(),
  locks: new Set(),
  ignores: () => false,
  schemas: [],
  helm: true,
  suppressions: true,
  requireReasons: false,
  failOn: 'error',
  today: undefined,
};

/** A configuration and the files that it holds for. */
export interface GoverningConfiguration {
  readonly input: Pick<ConfigurationInput, 'path' | 'forAll' | 'relative'>;
  readonly configuration: Configuration;
}

/** What the command line says; it wins over the configuration. */
export interface Flags extends Pick<Configuration, 'complete' | 'kubernetesVersion' | 'nodePortRange' | 'platform' | 'presets' | 'failOn' | 'helm'> {
  readonly levels?: ReadonlyMap<string, Level> | undefined;
  /** False for `--no-ignore`. */
  readonly ignore?: boolean | undefined;
  /** False for `--no-suppressions`. */
  readonly suppressions?: boolean | undefined;
  readonly today?: string | undefined;
}

function depthAbove({ input }: GoverningConfiguration, path: string): number | undefined {
  if (input.forAll) return 0;
  const relative = input.relative(path);
  return relative.startsWith('..') || relative.startsWith('/') ? undefined : relative.split('/').length;
}

/** The nearest configuration above a file: the one from which the path is shortest. */
function findGoverning(configurations: readonly GoverningConfiguration[], path: string): GoverningConfiguration | undefined {
  let nearest: { readonly found: GoverningConfiguration; readonly depth: number } | undefined;
  for (const found of configurations) {
    const depth = depthAbove(found, path);
    if (depth !== undefined && (nearest === undefined || depth < nearest.depth)) nearest = { found, depth };
  }
  return nearest?.found;
}

function findOverride(governing: GoverningConfiguration, rule: string, subject: Subject): Level | undefined {
  const path = governing.input.relative(subject.path);
  const fits = (override: Override): boolean => override.rules?.has(rule) === true && appliesTo(override, path, subject.resource);
  return governing.configuration.overrides?.findLast(fits)?.rules?.get(rule)?.severity;
}

function settingOf(configurations: readonly GoverningConfiguration[], rule: string, subject: Subject | undefined): RuleSetting | undefined {
  const governing = subject ? findGoverning(configurations, subject.path) : configurations[0];
  const written = governing?.configuration.rules?.get(rule);
  const level = governing && subject ? findOverride(governing, rule, subject) : undefined;
  return level === undefined ? written : { ...written, severity: level };
}

function nameScopes(configurations: readonly GoverningConfiguration[]): NamedScope[] {
  return configurations
    .slice(0, 1)
    .flatMap(({ configuration, input }) =>
      (configuration.scopes ?? []).map(({ name, paths }) => ({ name, includes: (path: string) => includesPath(paths, input.relative(path)) })),
    );
}

function ignoredBy(configurations: readonly GoverningConfiguration[]): (path: string) => boolean {
  return path => {
    const governing = findGoverning(configurations, path);
    return governing?.configuration.ignore !== undefined && includesPath(governing.configuration.ignore, governing.input.relative(path));
  };
}

function targetOf(own: Configuration, flags: Flags): Target {
  return {
    complete: flags.complete ?? own.complete ?? DEFAULT_TARGET.complete,
    platform: flags.platform ?? own.platform,
    nodePortRange: flags.nodePortRange ?? own.nodePortRange ?? DEFAULT_TARGET.nodePortRange,
    serviceCidrs: own.serviceCidr ?? DEFAULT_TARGET.serviceCidrs,
    clusterDomain: own.clusterDomain ?? DEFAULT_TARGET.clusterDomain,
    minors: flags.kubernetesVersion ?? own.kubernetesVersion ?? DEFAULT_TARGET.minors,
    ...(own.references && { references: own.references }),
  };
}

function namesOf({ rules, overrides = [] }: Configuration): string[] {
  return [...(rules?.keys() ?? []), ...overrides.flatMap(override => [...(override.rules?.keys() ?? [])])];
}

function baselineOf([first]: readonly GoverningConfiguration[]): NamedBaseline | undefined {
  const written = first?.configuration.baseline;
  if (!first || written === undefined) return undefined;
  const directory = directoryOf(first.input.path);
  return { path: joinPath(directory, written), directory };
}

/** `strict` adds to `recommended`: asking for more never turns an error off. */
function withImplied(presets: ReadonlySet<Preset>): ReadonlySet<Preset> {
  return presets.has('strict') ? new Set<Preset>(['recommended', ...presets]) : presets;
}

/** The settings of a run. The configurations have no faults and agree on what holds for the whole run. */
export function buildSettings(configurations: readonly GoverningConfiguration[], flags: Flags = {}): Settings {
  const own = configurations[0]?.configuration ?? {};
  const written = configurations.map(({ configuration }) => configuration);
  return {
    target: targetOf(own, flags),
    presets: withImplied(new Set(flags.presets ?? own.presets ?? DEFAULT_SETTINGS.presets)),
    scopes: nameScopes(configurations),
    ruleSetting(rule, subject) {
      const setting = settingOf(configurations, rule, subject);
      const level = flags.levels?.get(rule);
      return level === undefined ? setting : { ...setting, severity: level };
    },
    named: new Set([...written.flatMap(namesOf), ...(flags.levels?.keys() ?? [])]),
    locks: new Set(written.flatMap(({ locks }) => locks ?? [])),
    ignores: flags.ignore === false ? () => false : ignoredBy(configurations),
    schemas: configurations.flatMap(({ configuration, input }) => (configuration.schemas ?? []).map(path => joinPath(directoryOf(input.path), path))),
    helm: flags.helm ?? own.helm ?? true,
    suppressions: flags.suppressions ?? true,
    requireReasons: own.requireReasons ?? false,
    failOn: flags.failOn ?? own.failOn ?? 'error',
    today: flags.today,
    baseline: baselineOf(configurations),
  };
}

function isInPreset(rule: RuleMeta, settings: Settings): boolean {
  return rule.presets.some(preset => settings.presets.has(preset));
}

/** Whether a rule runs at all: it is in an active preset, or named by configuration or flags. */
export function isActive(rule: RuleMeta, settings: Settings): boolean {
  return settings.named.has(rule.id) || isInPreset(rule, settings);
}

/** The level of a finding that has severity `own` by itself. */
export function levelOf(rule: RuleMeta, own: Exclude<Level, 'off'>, settings: Settings, subject: Subject): Level {
  const setting = settings.ruleSetting(rule.id, subject);
  if (!setting && !isInPreset(rule, settings)) return 'off';
  // A recommended rule shows its advice under `strict` only (catalog, principle 4).
  if (own === 'info' && rule.severity !== 'info' && !settings.presets.has('strict')) return 'off';
  return setting?.severity ?? own;
}
