import type { ConfigurationFault } from '../rule/configuration-fault.ts';
import type { RuleMeta } from '../rule/define-rule.ts';
import { Cursor } from '../yaml/cursor.ts';
import { parseSource } from '../yaml/parse-source.ts';
import type { SecondOpinion } from '../yaml/explain/explain.ts';
import { SpanPlace } from '../yaml/place.ts';
import type { SourceFile, YamlDocument } from '../yaml/source-file.ts';
import type { Configuration } from './configuration.ts';
import { configurationShape } from './keys.ts';
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

/** Reads a configuration. Never throws: all that is wrong in it is a fault with its place. */
export function readConfiguration(input: ConfigurationInput, rules: readonly RuleMeta[], secondOpinion?: SecondOpinion): ReadConfiguration {
  const file = parseSource(input.path, input.text, secondOpinion ? { secondOpinion } : {});
  const faults = textFaults(file);
  const document = file.documents[0] && Cursor.root(file.documents[0]);
  const root = input.form === 'package' ? document?.get('svclint') : document;
  if (faults.length > 0 || !root || root.isAbsent) return { input, configuration: {}, root: undefined, faults };
  const reader = new Reader(rules);
  const configuration = configurationShape.read(root, reader) ?? {};
  checkOverrides(root, reader);
  checkLocks(configuration, reader);
  return { input, configuration, root, faults: reader.faults };
}
