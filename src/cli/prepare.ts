import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { InputFile } from '../core/engine/input.ts';
import type { Incomplete, Notice, Report } from '../core/engine/report.ts';
import type { FileTree } from '../core/model/file-tree.ts';
import { renderReport } from '../core/report/formats.ts';
import { PLAIN_LOOK } from '../core/report/look.ts';
import type { Settings } from '../core/engine/settings.ts';
import { combineKinds } from '../core/schema/combine-kinds.ts';
import type { Kinds } from '../core/schema/kinds.ts';
import { configure, rules } from '../index.ts';
import { findConfigurations } from '../node/find-configuration.ts';
import { findKind, type Files } from '../node/files.ts';
import type { Before } from '../node/git/open-change.ts';
import { loadKinds } from '../node/load-kinds.ts';
import { VERSION } from '../node/version.ts';
import { readInput } from '../node/read-input.ts';
import { findNearest } from '../core/text/near.ts';
import { explainWhole, readGivenFiles, type GivenFiles } from './given-change.ts';
import { COMMAND_NAMES } from './options.ts';
import type { GivenOptions } from './parse-command-line.ts';
import { EXIT } from './exit-code.ts';
import { isProblem, renderProblem, type Problem } from './problem.ts';
import { readFlags } from './read-flags.ts';
import type { Terminal } from './terminal.ts';

/** All that a command on manifests starts from. */
export interface Prepared {
  readonly settings: Settings;
  readonly files: readonly InputFile[];
  readonly incomplete: readonly Incomplete[];
  readonly notices: readonly Notice[];
  /** The kinds that are known, those of the configuration's `schemas` among them. */
  readonly kinds: Kinds;
  /** Answers questions about files beside those that are read. */
  readonly tree: FileTree;
  /** Paths of which nothing is known although something stands there. */
  readonly unread: readonly string[];
  readonly cwd: string;
  /** The change that is reported; undefined where everything is. */
  readonly change: GivenChange | undefined;
}

/** What a run is compared with, and how that is read. */
export interface GivenChange {
  readonly before: Before;
  readonly inputs: readonly string[];
  readonly ignore: boolean;
}

/** Why it does not start: a problem of the command line or the host, or what is wrong in the configuration. */
export type Stopped = Problem | { readonly report: Report };

export function isPrepared(outcome: Prepared | Stopped): outcome is Prepared {
  return 'settings' in outcome;
}

/** Says on stderr why a command does not start. */
export async function stop(stopped: Stopped, terminal: Terminal): Promise<number> {
  if (isProblem(stopped)) terminal.err(renderProblem(stopped));
  else {
    terminal.err(await renderReport('compact', stopped.report, { version: VERSION, rules, prefix: '', look: PLAIN_LOOK, verbose: false, quiet: false }));
  }
  return EXIT.notStarted;
}

/** Reads flags, configurations and files, in this order: a wrong configuration reads nothing. */
export async function prepare(paths: readonly string[], options: GivenOptions, terminal: Terminal): Promise<Prepared | Stopped> {
  const inputs = paths.length === 0 ? ['.'] : paths;
  const flags = readFlags(options, rules, terminal);
  if (isProblem(flags)) return flags;
  const given = await readGivenFiles(inputs, options, terminal);
  if (isProblem(given)) return given;
  const found = findConfigurations(inputs, options.valueOf('config'), terminal.cwd, given.source);
  const [fault, ...more] = found.faults;
  if (fault !== undefined) return { problem: fault, more };
  const configured = await configure(found.inputs, flags);
  if ('report' in configured) return configured;
  const { settings } = configured;
  const known = await findKinds(settings.schemas, given.source, terminal);
  if (isProblem(known)) return known;
  const read = await readFiles(inputs, { settings, given }, options, terminal);
  if (isProblem(read)) return read;
  const whole = explainWhole(given, inputs, settings, [options.valueOf('config'), terminal.cwd]);
  const told: Notice[] = whole === undefined ? [] : [{ path: null, text: whole }];
  const change = whole === undefined && given.before ? { before: given.before, inputs, ignore: !options.isSet('no-ignore') } : undefined;
  return { ...read, kinds: known.kinds, cwd: terminal.cwd, change, notices: [...told, ...known.notices, ...read.notices] };
}

/** The kinds of a run. Definitions that the configuration names come before those that are carried. */
async function findKinds(schemas: readonly string[], source: Files, { cwd, err }: Terminal): Promise<Pick<Prepared, 'kinds' | 'notices'> | Problem> {
  if (schemas.length === 0) return { kinds: loadKinds(), notices: [] };
  const { readSchemas } = await import('../node/read-schemas.ts');
  const { kinds, locations, notices, faults } = await readSchemas(schemas, cwd, source);
  const [fault, ...more] = faults;
  if (fault !== undefined) return { problem: `schemas of the configuration: ${fault}`, more };
  const known = kinds ? combineKinds([kinds, loadKinds()]) : loadKinds();
  if (locations.length === 0) return { kinds: known, notices };
  const { withSchemaFiles } = await import('../node/json-schema-files.ts');
  return { kinds: withSchemaFiles(known, locations, text => void err(`svclint: ${text}\n`), source), notices };
}

interface Reading {
  readonly settings: Settings;
  readonly given: GivenFiles;
}

type ReadFiles = Omit<Prepared, 'kinds' | 'cwd' | 'change'>;

async function readFiles(paths: readonly string[], { settings, given }: Reading, options: GivenOptions, { cwd }: Terminal): Promise<ReadFiles | Problem> {
  const stdinName = options.valueOf('stdin-filename');
  const ignore = !options.isSet('no-ignore');
  const { before } = given;
  const { files, incomplete, notices, tree, unread, faults } = await readInput(paths, cwd, {
    source: given.source,
    ...(given.isOfChange ? { wasThere: (absolute: string) => before !== undefined && findKind(absolute, before.files) !== undefined } : {}),
    ignore,
    isLeftOut: settings.ignores,
    ...(stdinName === undefined ? {} : { stdinName }),
  });
  const [fault, ...more] = faults;
  if (fault !== undefined) return { problem: fault, more, help: commandMeant(paths, cwd) };
  // A hook names every changed file: what the configuration ignores stays ignored when it is named.
  const kept = files.filter(file => !settings.ignores(file.path));
  const left = files.length - kept.length;
  const ignored =
    left === 1
      ? '1 named file is ignored by the configuration, --no-ignore reads it'
      : `${String(left)} named files are ignored by the configuration, --no-ignore reads them`;
  const told: Notice[] = left === 0 ? [] : [{ path: null, text: ignored }];
  return { settings, files: kept, incomplete, notices: [...notices, ...told], tree, unread };
}

/** A word that is no path may be a command with a slip. */
function commandMeant([first]: readonly string[], cwd: string): string | undefined {
  const command = first === undefined || existsSync(resolve(cwd, first)) ? undefined : findNearest(first, COMMAND_NAMES, name => name);
  return command && `Did you mean the command "${command}"?`;
}
