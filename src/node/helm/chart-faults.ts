import type { ChartFault } from '../../core/model/rendered-chart.ts';
import type { LineTable } from '../../core/text/line-table.ts';
import { parseSource } from '../../core/yaml/parse-source.ts';
import { SpanPlace, type Place } from '../../core/yaml/place.ts';
import type { SourceFile } from '../../core/yaml/source-file.ts';
import type { ChartSources } from './chart-sources.ts';
import { textOf } from './dependencies.ts';
import type { HelmError } from './helm-error.ts';
import type { Refusal } from './render.ts';
import { HELM_LIMITS, type Excess } from './run-helm.ts';
import { valueNamedOn, type ValuesFile } from './values.ts';

/** Longer answers are a chart's own texts. */
const LONGEST_ANSWER = 1000;

const EXCESSES: Readonly<Record<Excess, string>> = {
  time: 'helm was stopped, as it came to no end in time',
  output: `helm was stopped after it had printed ${String(HELM_LIMITS.bytes / 1024 / 1024)} MB`,
  memory: `helm was stopped when it took more than ${String(HELM_LIMITS.memory / 1024 / 1024)} MB of memory`,
};

function lineSpan(lines: LineTable, line: number): { readonly start: number; readonly end: number } {
  const { start, end } = lines.lineSpan(Math.min(line, lines.lineCount));
  const text = lines.lineText(Math.min(line, lines.lineCount));
  return { start: start + text.length - text.trimStart().length, end };
}

/** The place of what keeps a values file from being read: as svclint reads it, or the line that helm tells. */
function placeInValues(file: SourceFile, answer: string): Place | undefined {
  const [document] = file.documents;
  if (!document) return undefined;
  const problem = file.documents.flatMap(({ problems }) => problems).find(({ fatal }) => fatal);
  const line = Number(/yaml: line (\d+)/.exec(answer)?.[1] ?? 1);
  return new SpanPlace(document, problem?.span ?? lineSpan(file.lines, line));
}

/** Gives what helm refuses its place in the chart. */
export class FaultReader {
  readonly #sources: ChartSources;
  /** The folder of helm's own copies, which no answer is to name. */
  readonly #folder: string;

  constructor(sources: ChartSources, folder: string) {
    this.#sources = sources;
    this.#folder = folder;
  }

  read(refusal: Refusal, values: readonly ValuesFile[]): ChartFault | undefined {
    if ('excess' in refusal)
      return this.#at(this.#ofChart('name'), { kind: 'limit', answer: EXCESSES[refusal.excess], subject: this.#sources.node.chart.name });
    const { kind } = refusal;
    const number = refusal.at && this.#sources.findNumber(refusal.at.source);
    const line = refusal.at?.line ?? 1;
    const answer = this.#clean(refusal.answer, values);
    if (number !== undefined) return this.#at(this.#sources.placeOf(number, line), { kind, answer, subject: this.#subjectOf(refusal, number, line) });
    if (kind === 'values') {
      const file = this.#valuesFileOf(refusal.answer, values);
      return this.#at((file && placeInValues(file, answer)) ?? this.#ofChart('name'), { kind, answer, subject: file?.path ?? 'values.yaml' });
    }
    const field = kind === 'kube-version' ? 'kubeVersion' : answer.includes('dependenc') || answer.includes('missing in charts/') ? 'dependencies' : 'name';
    // A template that is not known is no value that is missing.
    return this.#at(this.#ofChart(field), { kind: kind === 'kube-version' ? kind : 'chart', answer, subject: field });
  }

  #at(at: Place | undefined, fault: Omit<ChartFault, 'at'>): ChartFault | undefined {
    return at && { ...fault, at };
  }

  #ofChart(field: string): Place | undefined {
    const { chart } = this.#sources.node;
    const [document] = chart.file.documents;
    const problem = document?.problems.find(({ fatal }) => fatal);
    if (document && problem) return new SpanPlace(document, problem.span);
    return chart.placeOf(field) ?? (document && new SpanPlace(document, lineSpan(chart.file.lines, 1)));
  }

  #subjectOf({ expression, at }: HelmError, number: number, line: number): string {
    const text = this.#sources.template(number)?.lines[line - 1]?.text ?? '';
    const named = valueNamedOn(expression ?? text);
    return named ? named.join('.') : (expression ?? at?.source ?? '');
  }

  #valuesFileOf(answer: string, values: readonly ValuesFile[]): SourceFile | undefined {
    const number = /values-(\d+)\.yaml/.exec(answer.includes(this.#folder) ? answer : '')?.[1];
    const given = number === undefined ? undefined : values[Number(number)];
    if (given) return given.root?.document.file ?? parseSource(given.path, given.text);
    const text = textOf(this.#sources.contents, 'values.yaml');
    return text === undefined ? undefined : parseSource(this.#sources.contents.files.get('values.yaml')?.source ?? 'values.yaml', text);
  }

  /** Without the paths of the copies, and not longer than a line can be read. */
  #clean(answer: string, values: readonly ValuesFile[]): string {
    const named = answer.replaceAll(/\S*\/values-(\d+)\.yaml/g, (all, number: string) =>
      all.startsWith(this.#folder) ? (values[Number(number)]?.path ?? 'values.yaml') : all,
    );
    return named.replaceAll(`${this.#folder}/plain`, '.').replaceAll(this.#folder, '').slice(0, LONGEST_ANSWER);
  }
}
