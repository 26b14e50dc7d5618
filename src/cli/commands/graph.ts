import { resolve } from 'node:path';
import { buildGraph } from '../../core/graph/build-graph.ts';
import { focusOn, namesIn } from '../../core/graph/focus.ts';
import type { Graph } from '../../core/graph/graph.ts';
import { renderIncomplete } from '../../core/report/closing-lines.ts';
import { GRAPH_FORMATS, isGraphFormat, renderGraph, type GraphFormat } from '../../core/report/graph/formats.ts';
import { renderSummary } from '../../core/report/graph/summary.ts';
import { maskGraph } from '../../core/report/graph/mask-graph.ts';
import { maskReport } from '../../core/report/mask.ts';
import { findNearest } from '../../core/text/near.ts';
import { lint, readSet, readSources } from '../../index.ts';
import { VERSION } from '../../node/version.ts';
import { writeWhole } from '../../node/write-file.ts';
import { EXIT } from '../exit-code.ts';
import type { GivenOptions } from '../parse-command-line.ts';
import { isPrepared, prepare, stop, type Prepared } from '../prepare.ts';
import { isProblem, renderProblem, unknownName, type Problem } from '../problem.ts';
import type { Run } from '../run.ts';
import type { Terminal } from '../terminal.ts';

/** Where a graph goes; to stdout in no format where it goes to files alone. */
interface GraphOutputs {
  readonly format: GraphFormat | undefined;
  readonly files: readonly { readonly format: GraphFormat; readonly path: string }[];
}

function readFormat(written: string): GraphFormat | Problem {
  const near = findNearest(written, GRAPH_FORMATS, name => name);
  return isGraphFormat(written) ? written : unknownName(`format "${written}"`, GRAPH_FORMATS, near);
}

function readGraphOutputs(options: GivenOptions, { isTty }: Terminal): GraphOutputs | Problem {
  const files: { format: GraphFormat; path: string }[] = [];
  for (const written of options.valuesOf('output')) {
    const [, name = '', path = ''] = /^([^=]*)=(.+)$/s.exec(written) ?? [];
    if (path === '') return { problem: `value "${written}" of --output is not FORMAT=FILE`, help: 'Write for example --output html=graph.html' };
    const format = readFormat(name);
    if (typeof format === 'object') return format;
    files.push({ format, path });
  }
  const written = options.valueOf('format');
  if (written === undefined && files.length > 0) return { format: undefined, files };
  if (written === undefined && isTty) return { problem: 'a page is nothing for a terminal', help: 'Write svclint graph > graph.html, or --format mermaid' };
  const format = readFormat(written ?? 'html');
  return typeof format === 'object' ? format : { format, files };
}

/** Lints the files and draws what they hold, with the findings at both ends. */
async function draw(prepared: Prepared): Promise<{ readonly graph: Graph; readonly isWhole: boolean }> {
  const sources = await readSources(prepared.files);
  const report = maskReport(await lint({ ...prepared, sources }));
  const { clusters } = await readSet(sources, prepared);
  return { graph: maskGraph(buildGraph(clusters, report.findings)), isWhole: report.incomplete.length === 0 };
}

function narrow(graph: Graph, wanted: string | undefined): Graph | Problem {
  if (wanted === undefined) return graph;
  const near = findNearest(wanted, namesIn(graph), name => name);
  return focusOn(graph, wanted) ?? { problem: `no object is called "${wanted}"`, help: near && `Did you mean "${near}"?` };
}

async function write(graph: Graph, { format, files }: GraphOutputs, terminal: Terminal): Promise<Problem | undefined> {
  terminal.out(format === undefined ? renderSummary(graph) : await renderGraph(format, graph, { version: VERSION }));
  for (const { format: own, path } of files) {
    const fault = writeWhole(resolve(terminal.cwd, path), await renderGraph(own, graph, { version: VERSION }));
    if (fault !== undefined) return { problem: `${path} could not be written (${fault})` };
  }
  return undefined;
}

/** `svclint graph [paths]`: 0 whatever is broken, since it is drawn and not judged. */
export const run: Run = async ({ operands, options }, terminal) => {
  const outputs = readGraphOutputs(options, terminal);
  if (isProblem(outputs)) return stop(outputs, terminal);
  const prepared = await prepare(operands, options, terminal, 'predicting');
  if (!isPrepared(prepared)) return stop(prepared, terminal);
  const { graph, isWhole } = await draw(prepared);
  const narrowed = narrow(graph, options.valueOf('focus'));
  if (isProblem(narrowed)) return stop(narrowed, terminal);
  for (const each of prepared.incomplete) terminal.err(`svclint: ${renderIncomplete(each)}\n`);
  const unwritten = await write(narrowed, outputs, terminal);
  if (unwritten) terminal.err(renderProblem(unwritten));
  return isWhole && !unwritten ? EXIT.clean : EXIT.incomplete;
};
