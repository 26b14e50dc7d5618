import type { WrittenConfiguration } from '../core/config/written-configuration.ts';
import type { Level } from '../core/config/rule-settings.ts';
import type { InputFile } from '../core/engine/input.ts';
import type { Preset } from '../core/rule/define-rule.ts';
import { isObject } from '../core/rule/plugin-faults.ts';
import type { Plugin } from '../core/rule/plugin.ts';
import { LintError } from './lint-error.ts';

/** What a run is told beside its input: the flags of the command line. They win over the configuration. */
export interface RunOptions {
  /** Nothing else exists in the cluster, so what is absent is missing. */
  readonly complete?: boolean | undefined;
  /** Minor or range of the cluster, as "1.34" or "1.33-1.36". */
  readonly kubernetesVersion?: string | undefined;
  /** Where the cluster runs, as "kind", "k3s" or "eks". */
  readonly platform?: string | undefined;
  /** The API server's node ports, as "30000-32767". */
  readonly nodePortRange?: string | undefined;
  readonly presets?: readonly Preset[] | undefined;
  /** Levels of rules. */
  readonly rules?: Readonly<Record<string, Level>> | undefined;
}

export interface LintOptions extends RunOptions {
  /** Files, directories and patterns, read from the disk as the command line does. */
  readonly paths?: readonly string[] | undefined;
  /** Manifests as texts, in place of `paths`. */
  readonly files?: readonly InputFile[] | undefined;
  /** Where paths start; the process's own working directory where absent. */
  readonly cwd?: string | undefined;
  /** Path of a configuration, or one as an object; false for none. Absent: `paths` find theirs as the command line does, `files` have none. */
  readonly config?: string | false | WrittenConfiguration | undefined;
  /** Rules of the program's own. */
  readonly plugins?: readonly Plugin[] | undefined;
  /** Runs the code of the plugins that the configuration names. Without it such a configuration is refused. */
  readonly allowPlugins?: boolean | undefined;
  /** False reads what ignore files and the configuration leave out. */
  readonly ignore?: boolean | undefined;
  /** False shows what comments and annotations hide. */
  readonly suppressions?: boolean | undefined;
  /** The day on which suppressions expire, as "2026-12-31"; today where absent. */
  readonly today?: string | undefined;
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isFlag = (value: unknown): boolean => typeof value === 'boolean';
const isFile = (value: unknown): boolean => isObject(value) && isText(value['path']) && isText(value['text']);

/** The options that the reader of configurations does not read. */
const FORMS: Readonly<Record<Exclude<keyof LintOptions, keyof RunOptions>, readonly [form: string, fits: (value: unknown) => boolean]>> = {
  paths: ['a list of texts', value => Array.isArray(value) && value.every(isText)],
  files: ['a list of { path, text }', value => Array.isArray(value) && value.every(isFile)],
  cwd: ['a text', isText],
  config: ['a path, an object or false', value => isText(value) || value === false || isObject(value)],
  plugins: ['a list of plugins', value => Array.isArray(value)],
  allowPlugins: ['true or false', isFlag],
  ignore: ['true or false', isFlag],
  suppressions: ['true or false', isFlag],
  today: ['a day such as "2026-12-31"', value => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)],
};

/** Refuses what a program without types may hand over. */
export function checkOptions(options: LintOptions): void {
  const given: unknown = options;
  if (!isObject(given)) throw new LintError('options', 'lint() takes an object with paths or files');
  for (const [name, [form, fits]] of Object.entries(FORMS)) {
    if (given[name] !== undefined && !fits(given[name])) throw new LintError('options', `option "${name}" is not ${form}`);
  }
  if ((options.paths === undefined) === (options.files === undefined)) throw new LintError('options', 'lint() takes either paths or files');
  const paths = (options.files ?? []).map(file => file.path);
  const twice = paths.find((path, index) => paths.indexOf(path) < index);
  if (twice !== undefined) throw new LintError('options', `two files have the path "${twice}"`);
}

/** The options that the reader of configurations reads, unknown ones among them, so that it says what was meant. */
export function renderRunOptions(options: LintOptions): string {
  return renderObject('options', Object.fromEntries(Object.entries(options).filter(([name]) => !Object.hasOwn(FORMS, name))));
}

/** An object as the text that the reader of configurations reads. */
export function renderObject(name: string, value: object): string {
  try {
    return JSON.stringify(value, null, 2);
  } catch {
    throw new LintError('options', `${name} cannot be written as JSON`);
  }
}
