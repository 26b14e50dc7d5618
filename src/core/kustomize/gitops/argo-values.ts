import type { ApplicationSource } from '../../model/gitops/argo.ts';
import type { FileTree } from '../../model/file-tree.ts';
import { joinPath } from '../../text/path.ts';
import type { Cursor } from '../../yaml/cursor.ts';
import { valueOf } from '../../yaml/field.ts';
import { layerOfMapping, layerOfText } from './values-layers.ts';
import type { ReleaseProblem, ValuesLayer } from './release.ts';
import { cleanPath } from './repository.ts';

/** Where values files are looked for. */
interface ValuesPlaces {
  /** All sources of the Application: some lend their files under a name. */
  readonly refs: readonly Cursor<ApplicationSource>[];
  /** Top of the repository of a source; undefined where it is another one than this. */
  readonly topOf: (source: Cursor<ApplicationSource>) => string | undefined;
  readonly tree: FileTree;
  /** Whether the chart is surely one of this repository. */
  readonly isCertain: boolean;
}

interface Values {
  readonly values: readonly ValuesLayer[];
  readonly problems: readonly ReleaseProblem[];
}

/** The path of a values file; undefined for one that is not among the files. */
function findValuesFile(written: string, chart: string, { refs, topOf }: ValuesPlaces): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(written)) return undefined;
  const [, name, rest = ''] = /^\$([^/]+)\/(.*)$/s.exec(written) ?? [];
  if (name === undefined) return joinPath(chart, written);
  const source = refs.find(each => valueOf(each.get('ref').string()) === name);
  const top = source && topOf(source);
  return top === undefined ? undefined : joinPath(top, cleanPath(rest));
}

function readFiles(source: Cursor<ApplicationSource>, chart: string, places: ValuesPlaces): Values {
  const helm = source.get('helm');
  const isOptional = valueOf(helm.get('ignoreMissingValueFiles').boolean()) === true;
  const [values, problems]: [ValuesLayer[], ReleaseProblem[]] = [[], []];
  for (const item of helm.get('valueFiles').items()) {
    const written = valueOf(item.string());
    const path = written === undefined ? undefined : findValuesFile(written, chart, places);
    if (written === undefined || path === undefined || /[*?[\]]/.test(path)) {
      values.push({ kind: 'hidden', label: item.text ?? 'valueFiles', at: item.at });
      continue;
    }
    values.push({ kind: 'file', path, at: item.at, isOptional });
    if (isOptional || places.tree.kindOf(path) !== 'absent' || written.startsWith('$')) continue;
    problems.push({ kind: 'values-missing', answer: `open ${written}: no such file or directory`, at: item.at, subject: written, isCertain: places.isCertain });
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
