import nodePath from 'node:path';
import type { Settings } from '../core/engine/settings.ts';
import { findConfigurations } from '../node/find-configuration.ts';
import { DISK, findKind, type Files } from '../node/files.ts';
import type { RunOptions } from '../node/read-run.ts';
import type { Before } from '../node/git/open-change.ts';
import type { GivenOptions } from './parse-command-line.ts';
import type { Problem } from './problem.ts';
import type { Terminal } from './terminal.ts';

/** Where a run reads from, and for `--staged` and `--since` what it is compared with. */
export interface GivenFiles {
  readonly source: Files;
  /** True where the run is about a change. */
  readonly isOfChange: boolean;
  /** Undefined where everything is reported. */
  readonly before: Before | undefined;
}

/** A path that a change took away is no slip of the command line. */
export function wasThereIn({ isOfChange, before }: GivenFiles): Pick<RunOptions, 'wasThere'> {
  return isOfChange ? { wasThere: absolute => before !== undefined && findKind(absolute, before.files) !== undefined } : {};
}

function refuse(paths: readonly string[], options: GivenOptions): Problem | undefined {
  if (options.isSet('update-baseline')) return { problem: '--update-baseline needs the findings of a whole run', help: 'Run it without --staged and --since' };
  const staged = options.isSet('staged');
  if (staged && options.valueOf('since') !== undefined) return { problem: '--staged and --since exclude each other', help: 'Name one of them' };
  if (paths.includes('-')) {
    const flag = staged ? "--staged lints git's index" : '--since compares files';
    return { problem: `${flag} and takes nothing from stdin`, help: 'Leave out - or name paths of the repository' };
  }
  return undefined;
}

/** Where a run reads from. A run without `--staged` and `--since` never asks git. */
export async function readGivenFiles(paths: readonly string[], options: GivenOptions, { cwd, env }: Terminal): Promise<GivenFiles | Problem> {
  const since = options.valueOf('since');
  if (!options.isSet('staged') && since === undefined) return { source: DISK, isOfChange: false, before: undefined };
  const refused = refuse(paths, options);
  if (refused) return refused;
  const { openChange } = await import('../node/git/open-change.ts');
  const opened = openChange({ cwd, env, paths, since });
  if ('fault' in opened) return { problem: opened.fault, help: opened.help };
  return { source: opened.state, isOfChange: true, before: opened.before };
}

const TOLD = {
  nothing: 'nothing is staged, so everything is reported',
  configuration: 'the configuration is part of the change, so everything is reported',
  schemas: 'the schemas of the configuration are part of the change, so everything is reported',
} as const;

/** What a configuration says, whatever else its file is for. */
function sayingOf({ path, text, form }: { readonly path: string; readonly text: string; readonly form: string }): string {
  const said = form === 'package' ? JSON.stringify(readKey(text)) : text.replaceAll('\r\n', '\n');
  return `${path}\n${said}`;
}

function readKey(text: string): unknown {
  try {
    const content: unknown = JSON.parse(text);
    return typeof content === 'object' && content !== null && 'svclint' in content ? content.svclint : text;
  } catch {
    return text;
  }
}

/** Every file below a path with its text. Links are not followed. */
function* textsBelow(absolute: string, files: Files): Iterable<string> {
  let kind;
  try {
    kind = files.lstat(absolute);
  } catch {
    return;
  }
  if (kind?.isDirectory() === true) for (const { name } of files.list(absolute)) yield* textsBelow(nodePath.join(absolute, name), files);
  else if (kind) {
    const read = files.readText(absolute);
    yield `${absolute}\n${'text' in read ? read.text.replaceAll('\r\n', '\n') : read.reason}`;
  }
}

function haveSameTexts(entry: string, one: Files, other: Files): boolean {
  const texts = (files: Files): string => JSON.stringify([...textsBelow(entry, files)].sort());
  return texts(one) === texts(other);
}

/** Why a change is reported as if all were new, as a notice; undefined where it is compared with what was there before. */
export function explainWhole(
  given: GivenFiles,
  inputs: readonly string[],
  settings: Settings,
  named: readonly [string | undefined, string],
): string | undefined {
  const { before, source, isOfChange } = given;
  const [config, cwd] = named;
  if (!isOfChange) return undefined;
  if (!before) return TOLD.nothing;
  const saying = (files: Files): string => JSON.stringify(findConfigurations(inputs, config, cwd, files).inputs.map(sayingOf));
  if (saying(source) !== saying(before.files)) return TOLD.configuration;
  const places = settings.schemas.map(entry => nodePath.resolve(cwd, entry.includes('{{') ? nodePath.dirname(`${entry.split('{{')[0] ?? ''}x`) : entry));
  return places.every(place => haveSameTexts(place, source, before.files)) ? undefined : TOLD.schemas;
}
