import { baseNameOf, directoryOf } from '../../core/text/path.ts';
import { readChartFile, readDependencies, withoutDependencies, type ChartFile, type Dependency } from './chart-file.ts';
import { parseSource } from '../../core/yaml/parse-source.ts';
import type { ChartContents } from './read-chart.ts';

/** Finds a chart that a dependency names: at its `file://` path, or by its name in the repository. */
export type FindChart = (dependency: Dependency, from: string) => { readonly contents: ChartContents; readonly directory: string } | undefined;

/** Charts in charts of charts. */
const DEEPEST = 6;

/** A chart and the charts in it, as helm calls them in `# Source:` (H-02). */
export interface ChartNode {
  /** Path within the staged chart; empty for the chart itself. */
  readonly path: string;
  readonly chart: ChartFile;
  /** What the values of the chart around it call it: its alias, or its name. */
  readonly key: string;
  /** By name and by each alias. */
  readonly inner: ReadonlyMap<string, ChartNode>;
}

/** The text of a file as it is written. */
export function textOf(contents: ChartContents, path: string): string | undefined {
  const content = contents.files.get(path);
  return (content?.written ?? content?.bytes)?.toString('utf8');
}

function chartAt(contents: ChartContents, path: string): ChartFile | undefined {
  const name = join(path, 'Chart.yaml');
  const text = textOf(contents, name);
  return text === undefined ? undefined : readChartFile(contents.files.get(name)?.source ?? name, text);
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}/${name}`;
}

/** Directories of the charts that lie directly in a chart. */
export function innerDirectories(contents: ChartContents, path: string): readonly string[] {
  const prefix = join(path, 'charts/');
  const found = new Set<string>();
  for (const name of contents.files.keys()) {
    if (!name.startsWith(prefix)) continue;
    const [directory = '', file] = name.slice(prefix.length).split('/');
    if (file === 'Chart.yaml' && !directory.startsWith('_') && !directory.startsWith('.')) found.add(prefix + directory);
  }
  return [...found];
}

/** The chart with all that lie in it. */
export function readChartNode(contents: ChartContents, path = '', depth = 0): ChartNode | undefined {
  const chart = chartAt(contents, path);
  if (!chart) return undefined;
  const { all } = dependenciesOf(contents, path, chart);
  const inner = new Map<string, ChartNode>();
  for (const directory of depth > DEEPEST ? [] : innerDirectories(contents, path)) {
    const node = readChartNode(contents, directory, depth + 1);
    if (!node) continue;
    const aliases = all.flatMap(({ name, alias }) => (name === node.chart.name && alias !== undefined ? [alias] : []));
    const [key = node.chart.name] = aliases;
    // An alias whose version does not fit is passed over: then helm says the name.
    for (const name of [node.chart.name, ...aliases]) inner.set(name, { ...node, key });
  }
  return { path, chart, key: chart.name, inner };
}

interface Listed {
  readonly all: readonly Dependency[];
  /** The file that lists them, within the staged chart. */
  readonly file: string;
}

function dependenciesOf(contents: ChartContents, path: string, chart: ChartFile): Listed {
  const file = join(path, 'requirements.yaml');
  const old = textOf(contents, file);
  if (old === undefined || chart.dependencies.length > 0) return { all: chart.dependencies, file: join(path, 'Chart.yaml') };
  return { all: readDependencies(parseSource(contents.files.get(file)?.source ?? file, old)), file };
}

/** A folder name for a chart that is put into `charts/`: what Chart.yaml says may be anything. */
function folderOf(name: string, taken: ReadonlySet<string>): string {
  const safe =
    baseNameOf(name)
      .replaceAll(/[^\w.-]/g, '_')
      .replace(/^[._-]+/, '') || 'chart';
  let folder = safe;
  for (let number = 2; taken.has(folder); number++) folder = `${safe}-${String(number)}`;
  return folder;
}

/** What a chart may hold with all that it takes in. */
const LARGEST_WHOLE = 64 * 1024 * 1024;
const MOST_FILES = 20_000;

function isFull({ files }: ChartContents): boolean {
  let size = 0;
  for (const { bytes } of files.values()) size += bytes.length;
  return size > LARGEST_WHOLE || files.size > MOST_FILES;
}

/** Completes the dependencies of one chart and of those in it. */
class Completion {
  readonly missing = new Set<string>();
  readonly circular = new Set<string>();
  readonly #contents: ChartContents;
  readonly #find: FindChart;

  constructor(contents: ChartContents, find: FindChart) {
    this.#contents = contents;
    this.#find = find;
  }

  /** `chain`: directories of the charts that take this one in. One that takes in itself would never end. */
  complete(path: string, chain: readonly string[]): void {
    const chart = chartAt(this.#contents, path);
    if (!chart || path.split('/charts/').length > DEEPEST) return;
    const { all, file } = dependenciesOf(this.#contents, path, chart);
    const inside = innerDirectories(this.#contents, path);
    const names = new Set(inside.map(directory => chartAt(this.#contents, directory)?.name ?? ''));
    const folders = new Set(inside.map(baseNameOf));
    const taken = new Map<string, string>();
    const dropped = new Set<Dependency>();
    for (const dependency of all) {
      if (names.has(dependency.name)) continue;
      const found = isFull(this.#contents) ? undefined : this.#find(dependency, chart.file.path);
      const isCircular = found && chain.includes(found.directory);
      if (!found || isCircular) {
        dropped.add(dependency);
        (isCircular ? this.circular : this.missing).add(dependency.name);
        continue;
      }
      names.add(dependency.name);
      const folder = `${join(path, 'charts')}/${folderOf(dependency.name, folders)}`;
      folders.add(baseNameOf(folder));
      taken.set(folder, found.directory);
      for (const [name, content] of found.contents.files) this.#contents.files.set(`${folder}/${name}`, content);
    }
    this.#drop(file, dropped, all);
    for (const directory of innerDirectories(this.#contents, path)) {
      const from = taken.get(directory);
      this.complete(directory, from === undefined ? chain : [...chain, from]);
    }
  }

  /** Takes dependencies off the list of a chart. */
  #drop(file: string, dropped: ReadonlySet<Dependency>, all: readonly Dependency[]): void {
    if (dropped.size === 0) return;
    const { files } = this.#contents;
    const source = files.get(file);
    const rewritten = source ? withoutDependencies(parseSource(source.source, source.bytes.toString('utf8')), dropped, all) : undefined;
    if (rewritten !== undefined && source) files.set(file, { ...source, bytes: Buffer.from(rewritten), written: source.bytes });
  }
}

/** Names of dependencies that are taken off the list. */
export interface DroppedDependencies {
  readonly missing: readonly string[];
  /** Those that take in the chart which depends on them. */
  readonly circular: readonly string[];
}

/**
 * Puts the charts that a chart depends on and does not bring into its `charts/` where the repository has them, and takes the others off its
 * list, as helm renders nothing while one is missing (H-10).
 */
export function completeDependencies(contents: ChartContents, find: FindChart): DroppedDependencies {
  const completion = new Completion(contents, find);
  const chart = contents.files.get('Chart.yaml');
  completion.complete('', chart ? [directoryOf(chart.source)] : []);
  return { missing: [...completion.missing], circular: [...completion.circular] };
}
