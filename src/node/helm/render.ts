import type { ChartSources } from './chart-sources.ts';
import { readHelmError, type HelmError } from './helm-error.ts';
import { alignLines, mapLines, type LineSource, type TemplatesByNumber } from './map-lines.ts';
import { Marks } from './mark-template.ts';
import { readPieces, type Piece } from './pieces.ts';
import { runHelm, type Excess, type Helm, type HelmAnswer } from './run-helm.ts';
import type { Stage } from './stage.ts';

/** The release that a chart is rendered for. */
export interface Release {
  readonly name: string;
  readonly namespace: string;
}

/** How helm is asked. */
export interface Rendering {
  readonly helm: Helm;
  readonly home: string;
  readonly stage: Stage;
  readonly release: Release;
  /** `1.36.0` */
  readonly kubeVersion: string;
}

/** What helm printed, with the source of each line. */
export interface Rendered {
  readonly text: string;
  readonly sources: readonly (LineSource | undefined)[];
  /** Numbers of the templates that printed something. */
  readonly pieces: readonly Piece[];
}

export type Refusal = HelmError | { readonly excess: Excess };

/** How often marks are eased before lines are told by their text alone. */
const MOST_EASED = 8;

/** Prints what is rendered even where it is no YAML. */
const EVEN_BROKEN = '--debug';

function ask({ helm, home, release, kubeVersion }: Rendering, chart: string, values: readonly string[], more: readonly string[] = []): Promise<HelmAnswer> {
  const args = ['template', release.name, chart, '--namespace', release.namespace, '--kube-version', kubeVersion];
  // Every cluster serves these, and helm does not know of them without one.
  const served = ['apiregistration.k8s.io/v1', 'apiextensions.k8s.io/v1'].flatMap(version => ['--api-versions', version]);
  const files = values.flatMap(file => ['--values', file]);
  return runHelm(helm, [...args, '--skip-schema-validation', '--include-crds', '--skip-tests', ...served, ...files, ...more], home);
}

/** The pieces of the marked copy by template, in their order. */
function piecesBySource(pieces: readonly Piece[]): ReadonlyMap<string, readonly Piece[]> {
  const found = new Map<string, Piece[]>();
  for (const piece of pieces) {
    const known = found.get(piece.source);
    if (known) known.push(piece);
    else found.set(piece.source, [piece]);
  }
  return found;
}

async function renderMarked(rendering: Rendering, values: readonly string[], more: readonly string[]): Promise<readonly Piece[]> {
  for (let eased = 0; eased < MOST_EASED; eased++) {
    const answer = await ask(rendering, rendering.stage.marked, values, more);
    // With `--debug` helm prints what it refuses; a mark may be what breaks it.
    if (answer.ok || (more.length > 0 && answer.stdout !== '')) return readPieces(answer.stdout.split('\n'));
    if (answer.excess !== undefined) return [];
    if (!(await rendering.stage.easeMarks(readHelmError(answer.stderr).at?.source))) return [];
  }
  return [];
}

function sourcesOf(pieces: readonly Piece[], marked: readonly Piece[], stage: Pick<Stage, 'sources' | 'marks'>, count: number): (LineSource | undefined)[] {
  const sources = new Array<LineSource | undefined>(count).fill(undefined);
  const templates: TemplatesByNumber = number => stage.sources.template(number)?.lines ?? [];
  const [ours, theirs] = [piecesBySource(pieces), piecesBySource(marked)];
  for (const [source, all] of ours) {
    const own = stage.sources.findNumber(source);
    if (own === undefined) continue;
    const others = theirs.get(source) ?? [];
    for (const [index, { lines, first }] of all.entries()) {
      const other = others.length === all.length ? others[index] : undefined;
      const found =
        stage.sources.template(own)?.isVerbatim === true
          ? lines.map((_, line): LineSource => ({ file: own, line: line + 1, isCertain: true }))
          : ((other && mapLines({ own, plain: lines, marked: other.lines }, stage.marks, templates)) ?? alignLines(own, lines, templates(own)));
      for (const [line, at] of found.entries()) sources[first + line] = at;
    }
  }
  return sources;
}

/** What helm printed without a marked copy beside it: lines are told by their text alone. */
export function readRendered(text: string, sources: ChartSources): Rendered {
  const lines = text.split('\n');
  const pieces = readPieces(lines);
  return { text, pieces, sources: sourcesOf(pieces, [], { sources, marks: new Marks('') }, lines.length) };
}

/** Renders a chart, and once more with marks for the sources of its lines. `isBroken`: keeps what is no YAML. */
export async function render(rendering: Rendering, values: readonly string[], isBroken = false): Promise<Rendered | Refusal> {
  const more = isBroken ? [EVEN_BROKEN] : [];
  const answer = await ask(rendering, rendering.stage.plain, values, more);
  if (answer.excess !== undefined) return { excess: answer.excess };
  if (!answer.ok && (!isBroken || answer.stdout === '')) return readHelmError(answer.stderr);
  const lines = answer.stdout.split('\n');
  const pieces = readPieces(lines);
  const marked = pieces.length === 0 ? [] : await renderMarked(rendering, values, more);
  return { text: answer.stdout, pieces, sources: sourcesOf(pieces, marked, rendering.stage, lines.length) };
}
