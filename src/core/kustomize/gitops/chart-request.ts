import { labelOf } from '../../model/resource.ts';
import type { ChartRequest } from '../../model/rendered-chart.ts';
import { Cursor } from '../../yaml/cursor.ts';
import type { BuildFiles } from '../files.ts';
import type { ChartRelease, ValuesLayer } from './release.ts';
import { layerOfText, textOfSetting } from './values-layers.ts';

type GivenValues = ChartRequest['values'][number];

/** Names that helm takes for releases, without those that look like options. */
const RELEASE = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;
const [LONGEST_RELEASE, NAMESPACE] = [53, /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/];

function readWritten(layer: ValuesLayer): GivenValues | undefined {
  if (layer.kind !== 'written') return undefined;
  const root = Cursor.root(layer.document);
  return { path: layer.at.file.path, text: layer.text, ...(root && { root }) };
}

/** The values of a layer; undefined where no file shows them. Files are those that the host lets a build read: none leaves the repository. */
function readLayer(layer: ValuesLayer, files: BuildFiles): GivenValues | undefined {
  if (layer.kind === 'file') {
    const file = files.source(layer.path);
    return file && { path: layer.path, text: file.text };
  }
  const text = layer.kind === 'set' ? textOfSetting(layer) : undefined;
  return readWritten(text === undefined ? layer : layerOfText(text, layer.at));
}

function labelOfLayer(layer: ValuesLayer): string {
  return layer.kind === 'file' ? layer.path : layer.kind === 'hidden' ? layer.label : layer.kind === 'set' ? layer.name : 'values';
}

/** What helm is asked for a release; undefined where what it would print is not what is applied. */
export function chartRequestOf(release: ChartRelease, files: BuildFiles): ChartRequest | undefined {
  const { path, releaseName = '', namespace, obstacle, problems, leavesOwnValues } = release;
  const isNamed = RELEASE.test(releaseName) && releaseName.length <= LONGEST_RELEASE && (namespace === undefined || NAMESPACE.test(namespace.value));
  if (!isNamed || obstacle !== undefined || problems.length > 0) return undefined;
  const values: GivenValues[] = [];
  const missing: string[] = [];
  for (const layer of release.values) {
    const given = readLayer(layer, files);
    if (given) values.push(given);
    else if (layer.kind !== 'file' || !layer.isOptional || files.kindOf(layer.path) !== 'absent')
      missing.push(`values of ${labelOf(release.from)} are not known: ${labelOfLayer(layer)}`);
  }
  const isMasked = release.values.some(layer => 'isMasked' in layer && layer.isMasked);
  return { chart: path, release: { name: releaseName, namespace: namespace?.value ?? 'default' }, values, leavesOwnValues, missing, isMasked };
}
