import { Cursor } from '../../core/yaml/cursor.ts';
import { parseSource } from '../../core/yaml/parse-source.ts';
import type { Place } from '../../core/yaml/place.ts';
import type { SourceFile } from '../../core/yaml/source-file.ts';
import { toValue, type PlainValue } from '../../core/yaml/to-value.ts';

/** No Chart.yaml holds more. */
const MOST_NODES = 100_000;

/** An entry of `dependencies`. */
export interface Dependency {
  readonly name: string;
  readonly alias: string | undefined;
  readonly repository: string;
  readonly at: Place;
}

/** What Chart.yaml says, as far as it decides what is rendered. */
export interface ChartFile {
  readonly file: SourceFile;
  readonly name: string;
  readonly isLibrary: boolean;
  readonly dependencies: readonly Dependency[];
  /** Place of a field, or of the file where the field is not written. */
  readonly placeOf: (field: string) => Place | undefined;
}

function textOf(from: Cursor | undefined, key: string): string {
  return from?.get(key).text ?? '';
}

/** Dependencies in Chart.yaml, or in the requirements.yaml of charts of the first API version. */
export function readDependencies(file: SourceFile): readonly Dependency[] {
  const root = file.documents[0] && Cursor.root(file.documents[0]);
  const items = root?.get('dependencies').items() ?? [];
  return items.map(item => ({
    name: textOf(item, 'name'),
    alias: textOf(item, 'alias') || undefined,
    repository: textOf(item, 'repository'),
    at: item.get('name').isWritten ? item.get('name').at : item.at,
  }));
}

export function readChartFile(path: string, text: string): ChartFile {
  const file = parseSource(path, text);
  const root = file.documents[0] && Cursor.root(file.documents[0]);
  return {
    file,
    name: textOf(root, 'name'),
    isLibrary: textOf(root, 'type') === 'library',
    dependencies: readDependencies(file),
    placeOf: field => {
      const found = root?.get(field);
      return found?.isWritten === true ? found.at : root?.at;
    },
  };
}

/** The same file without some of its dependencies, as JSON: only helm reads it. */
export function withoutDependencies(file: SourceFile, dropped: ReadonlySet<Dependency>, all: readonly Dependency[]): string | undefined {
  const root = file.documents[0] && Cursor.root(file.documents[0]);
  const value = root && toValue(root, MOST_NODES);
  if (value === undefined || value === null || typeof value !== 'object' || !('dependencies' in value)) return undefined;
  const { dependencies } = value;
  if (!Array.isArray(dependencies)) return undefined;
  const kept = dependencies.filter((_: PlainValue, index: number) => {
    const dependency = all[index];
    return !dependency || !dropped.has(dependency);
  });
  return JSON.stringify({ ...value, dependencies: kept }, (_, each: unknown) => (typeof each === 'bigint' ? Number(each) : each));
}
