import type { ConfigurationFault } from '../rule/configuration-fault.ts';
import type { RuleMeta } from '../rule/define-rule.ts';
import { Cursor } from '../yaml/cursor.ts';
import { parseSource } from '../yaml/parse-source.ts';
import type { SecondOpinion } from '../yaml/explain/explain.ts';
import { SpanPlace } from '../yaml/place.ts';
import type { SourceFile, YamlDocument } from '../yaml/source-file.ts';
import type { Configuration } from './configuration.ts';
import { configurationShape, pluginNames } from './keys.ts';
import { Reader, withConsequence } from './reader.ts';
import { LEVELS, type Level } from './rule-settings.ts';

/** A configuration as the host finds it. */
export interface ConfigurationInput {
  /** As the user sees it, relative to the working directory. */
  readonly path: string;
  readonly text: string;
  /** `package`: the key `svclint` of a package.json. */
  readonly form: 'file' | 'package';
  /** True for `--config`: it holds for every file, wherever that stands. */
  readonly forAll: boolean;
  /** A path of the run as seen from the directory of the configuration; with `..` for what lies outside. */
  readonly relative: (path: string) => string;
}

/** What the reader of a configuration is told. */
export interface Known {
  readonly rules: readonly RuleMeta[];
  /** Tells why a text does not parse. */
  readonly secondOpinion?: SecondOpinion | undefined;
  /** `loaded`: all plugins' rules are known. `refused`: naming plugins is a fault. `unread`, where absent: no rule runs. */
  readonly plugins?: 'loaded' | 'refused' | 'unread' | undefined;
}

export interface ReadConfiguration {
  readonly input: ConfigurationInput;
  readonly configuration: Configuration;
  readonly root: Cursor | undefined;
  readonly faults: readonly ConfigurationFault[];
}

function problemsOf(document: YamlDocument): ConfigurationFault[] {
  const subject = `Configuration "${document.file.path}"`;
  return document.problems.map(({ kind, cause, span, related, help }) => ({
    variant: kind === 'duplicate-key' ? 'duplicate-key' : 'syntax',
    message: withConsequence(kind === 'duplicate-key' ? `${subject} is ambiguous, ${cause}` : `${subject} does not parse: ${cause}`),
    at: new SpanPlace(document, span),
    help: help && help.slice(0, 1).toUpperCase() + help.slice(1),
    related: related && [{ at: new SpanPlace(document, related.span), note: related.note }],
  }));
}

/** Whether all `{{ … }}` of a configuration name parts of schema locations, as kubeconform has them. */
function areOfSchemas(document: YamlDocument): boolean {
  const actions = (text: string): number => text.split('{{').length;
  const root = Cursor.root(document);
  const own = [root?.get('schemas'), root?.get('svclint').get('schemas')].map(cursor => cursor?.source ?? '');
  return actions(document.file.text) === actions(own.join(''));
}

function textFaults({ documents, templated, path }: SourceFile): ConfigurationFault[] {
  const [first, second] = documents;
  const fault = (document: YamlDocument, message: string): ConfigurationFault => ({
    variant: 'syntax',
    message: withConsequence(`Configuration "${path}" ${message}`),
    at: new SpanPlace(document, document.span),
  });
  return [
    ...documents.flatMap(problemsOf),
    ...(second ? [fault(second, 'has a second document')] : []),
    ...(first && templated && !areOfSchemas(first) ? [fault(first, 'holds template actions')] : []),
  ];
}

/** A locked rule keeps at least the level that it has without overrides. */
function checkLocks({ rules, locks = [], overrides = [] }: Configuration, reader: Reader): void {
  const rank = (level: Level): number => LEVELS.indexOf(level);
  for (const name of locks) {
    const rule = reader.rules.get(name);
    const own = rules?.get(name)?.severity ?? rule?.severity;
    for (const override of overrides) {
      const written = override.rules?.get(name);
      if (own === undefined || written?.severity === undefined || rank(written.severity) >= rank(own)) continue;
      const message = `Rule "${name}" is locked at "${own}", so an override cannot set it to "${written.severity}"`;
      reader.fault({ variant: 'lock', message, at: written.at, help: 'Remove the override, or the lock' });
    }
  }
}

function checkOverrides(root: Cursor, reader: Reader): void {
  for (const item of root.get('overrides').items()) {
    if (!item.isMapping || item.get('paths').isPresent || item.get('resources').isPresent) continue;
    const message = withConsequence(`Entry of "overrides" names neither paths nor resources`);
    reader.fault({ variant: 'wrong-type', message, at: item.at, help: 'Add paths or resources, or move its levels to rules' });
  }
}

interface Root {
  /** Undefined where the configuration says nothing, or does not parse. */
  readonly root: Cursor | undefined;
  readonly faults: readonly ConfigurationFault[];
}

function readRoot(input: ConfigurationInput, secondOpinion: SecondOpinion | undefined): Root {
  const file = parseSource(input.path, input.text, secondOpinion ? { secondOpinion } : {});
  const faults = textFaults(file);
  const document = file.documents[0] && Cursor.root(file.documents[0]);
  const root = input.form === 'package' ? document?.get('svclint') : document;
  return faults.length > 0 || !root || root.isAbsent ? { root: undefined, faults } : { root, faults };
}

/** Code runs because of words on the command line. A configuration may come with a pull request: it can only ask. */
function refusePlugins(root: Cursor, reader: Reader): void {
  const plugins = root.get('plugins');
  if (!plugins.isPresent || (plugins.isList && plugins.items().length === 0)) return;
  reader.fault({
    variant: 'plugin',
    message: withConsequence(`Plugins of "${root.document.file.path}" run only with --allow-plugins`),
    at: plugins.at,
    help: 'Read their code, then allow it on the command line: no configuration can',
  });
}

/** The plugins that a configuration names; none where it has a fault there, which reading it whole tells. */
export function readPluginNames(input: ConfigurationInput): readonly string[] {
  const { root } = readRoot(input, undefined);
  const plugins = root?.get('plugins');
  if (!plugins?.isPresent) return [];
  const reader = new Reader([]);
  const names = pluginNames.read(plugins, reader) ?? [];
  return reader.faults.length > 0 ? [] : names;
}

/** Reads a configuration. Never throws: all that is wrong in it is a fault with its place. */
export function readConfiguration(input: ConfigurationInput, { rules, secondOpinion, plugins }: Known): ReadConfiguration {
  const { root, faults } = readRoot(input, secondOpinion);
  if (!root) return { input, configuration: {}, root, faults };
  const reader = new Reader(rules, plugins !== 'loaded' && root.get('plugins').isPresent);
  const configuration = configurationShape.read(root, reader) ?? {};
  if (plugins === 'refused') refusePlugins(root, reader);
  checkOverrides(root, reader);
  checkLocks(configuration, reader);
  return { input, configuration, root, faults: reader.faults };
}
