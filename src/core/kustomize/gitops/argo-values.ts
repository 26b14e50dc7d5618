import type { ApplicationSource } from '../../model/gitops/argo.ts';
import type { FileTree } from '../../model/file-tree.ts';
import { joinPath } from '../../text/path.ts';
import type { Cursor } from '../../yaml/cursor.ts';
import { valueOf } from '../../yaml/field.ts';
import type { Place } from '../../yaml/place.ts';
import { layerOfMapping, layerOfText } from './values-layers.ts';
import type { ReleaseProblem, ValuesLayer } from './release.ts';
import { cleanPath } from './repository.ts';

/** Where values files are looked for. */
interface ValuesPlaces {
  /** All sources of the Application: some lend their files under a name. */
  readonly refs: readonly Cursor<ApplicationSource>[];
  /** Top of the repository of a source; undefined where it is another one than this. */
  readonly topOf: (source: Cursor<ApplicationSource>) => string | undefined;
  /** Top of the repository of the chart. */
  readonly top: string;
  readonly tree: FileTree;
  /** Whether the chart is surely one of this repository. */
  readonly isCertain: boolean;
}

interface Values {
  readonly values: readonly ValuesLayer[];
  readonly problems: readonly ReleaseProblem[];
}

/** The path of a values file; undefined for one that is not among the files. */
function findValuesFile(written: string, chart: string, { refs, topOf, top: own }: ValuesPlaces): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(written)) return undefined;
  // From the top of the repository, not of the disk.
  if (written.startsWith('/')) return joinPath(own, cleanPath(written));
  const [, name, rest = ''] = /^\$([^/]+)\/(.*)$/s.exec(written) ?? [];
  if (name === undefined) return joinPath(chart, written);
  const source = refs.find(each => valueOf(each.get('ref').string()) === name);
  const top = source && topOf(source);
  return top === undefined ? undefined : joinPath(top, cleanPath(rest));
}

const climbsOf = (path: string): number => path.split('/').filter(part => part === '..').length;

/** Why a values file keeps Argo CD from rendering. */
function problemOf(written: string, path: string, at: Place, { tree, top, isCertain }: ValuesPlaces): ReleaseProblem | undefined {
  const problem = { at, subject: written, isCertain };
  if (climbsOf(path) > climbsOf(top)) return { ...problem, kind: 'values-outside', answer: `value file '${written}' resolved to outside repository root` };
  if (tree.kindOf(path) !== 'absent' || written.startsWith('$')) return undefined;
  return { ...problem, kind: 'values-missing', answer: `open ${written}: no such file or directory` };
}

function readFiles(source: Cursor<ApplicationSource>, chart: string, places: ValuesPlaces): Values {
  const helm = source.get('helm');
  const lenient = helm.get('ignoreMissingValueFiles').boolean();
  const isOptional = lenient.state === 'unknown' || valueOf(lenient) === true;
  const [values, problems]: [ValuesLayer[], ReleaseProblem[]] = [[], []];
  for (const item of helm.get('valueFiles').items()) {
    const written = valueOf(item.string());
    const path = written === undefined ? undefined : findValuesFile(written, chart, places);
    if (written === undefined || path === undefined || /[*?[\]]/.test(path)) {
      values.push({ kind: 'hidden', label: item.text ?? 'valueFiles', at: item.at });
      continue;
    }
    values.push({ kind: 'file', path, at: item.at, isOptional });
    const problem = problemOf(written, path, item.at, places);
    if (problem && (problem.kind === 'values-outside' || !isOptional)) problems.push(problem);
  }
  return { values, problems };
}

function readWritten(source: Cursor<ApplicationSource>): ValuesLayer[] {
  const helm = source.get('helm');
  const mapping = layerOfMapping(helm.get('valuesObject').as());
  if (mapping) return [mapping];
  const text = helm.get('values').string();
  if (text.state === 'absent') return [];
  return [text.state === 'known' ? layerOfText(text.value, text.at) : { kind: 'hidden', label: 'values', at: text.at }];
}

function readParameters(source: Cursor<ApplicationSource>): ValuesLayer[] {
  const helm = source.get('helm');
  const set = helm
    .get('parameters')
    .items()
    .map((parameter): ValuesLayer => {
      const [name, value] = [valueOf(parameter.get('name').string()), parameter.get('value').scalar()];
      if (name === undefined || value.state !== 'known') return { kind: 'hidden', label: name ?? 'parameters', at: parameter.at };
      const isText = valueOf(parameter.get('forceString').boolean()) === true;
      return { kind: 'set', name, value: parameter.get('value').text ?? '', isText, at: parameter.get('value').at };
    });
  const files = helm.get('fileParameters').items();
  return [...set, ...files.map((file): ValuesLayer => ({ kind: 'hidden', label: file.get('name').text ?? 'fileParameters', at: file.at }))];
}

/** Values of a chart of an Application, the weakest first: files, `valuesObject` or `values`, parameters (F-6). */
export function readArgoValues(source: Cursor<ApplicationSource>, chart: string, places: ValuesPlaces): Values {
  const { values, problems } = readFiles(source, chart, places);
  return { values: [...values, ...readWritten(source), ...readParameters(source)], problems };
}
