import path from 'node:path';
import type { Notice } from '../core/engine/report.ts';
import { readDefinedKinds } from '../core/model/definitions.ts';
import { readDocument } from '../core/model/read-documents.ts';
import type { Kinds } from '../core/schema/kinds.ts';
import { parseSource } from '../core/yaml/parse-source.ts';
import { DISK, findKind, type Files } from './files.ts';
import { readInput } from './read-input.ts';

/** What the configuration's `schemas` names. */
export interface ReadSchemas {
  /** The kinds of the CustomResourceDefinitions that were found. */
  readonly kinds: Kinds | undefined;
  /** Places of JSON Schema files, with `{{ .ResourceKind }}` and so on, as absolute paths. */
  readonly locations: readonly string[];
  readonly notices: readonly Notice[];
  readonly faults: readonly string[];
}

/** How the files of a directory of JSON Schemas are named where nothing else is said, as kubeconform has it. */
const DEFAULT_NAME = '{{ .ResourceKind }}{{ .KindSuffix }}.json';

const isJson = (file: string): boolean => file.endsWith('.json');

/** Reads the definitions that the configuration names, once before a run. */
export async function readSchemas(entries: readonly string[], cwd: string, source: Files = DISK): Promise<ReadSchemas> {
  const templates = entries.filter(entry => entry.includes('{{'));
  const directories = entries.filter(entry => !entry.includes('{{') && findKind(path.resolve(cwd, entry), source)?.isDirectory() === true);
  const locations = [...templates, ...directories.map(directory => `${directory}/${DEFAULT_NAME}`)].map(location => path.resolve(cwd, location));
  const plain = entries.filter(entry => !entry.includes('{{'));
  // Files of JSON Schema are read one by one, when an object of their kind comes.
  const { files, incomplete, faults } = await readInput(plain, cwd, { ignore: false, isLeftOut: isJson, source });
  const sources = files.map(({ path: name, text }) => parseSource(name, text));
  const broken = sources.filter(({ documents }) => documents.some(({ problems }) => problems.some(({ fatal }) => fatal)));
  const notices = [
    ...incomplete.map(({ path: name, reason }) => ({ path: name, text: `the definitions in ${name} are not known: ${reason}` })),
    ...broken.map(({ path: name }) => ({ path: name, text: `the definitions in ${name} are not known: it does not parse` })),
  ];
  const resources = sources.flatMap(({ documents }) => documents.flatMap(document => readDocument(document).resources));
  const isBarren = files.length === 0 && incomplete.length === 0 && directories.length === plain.length;
  return { kinds: readDefinedKinds(resources, false), locations, notices, faults: isBarren || plain.length === 0 ? [] : faults };
}
