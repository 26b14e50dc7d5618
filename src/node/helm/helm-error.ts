import type { ChartFaultKind } from '../../core/model/rendered-chart.ts';

/** What helm's refusal says, before it is given a place. */
export interface HelmError {
  readonly kind: ChartFaultKind;
  /** In one line. */
  readonly answer: string;
  /** The template that it names, as in `# Source:`, with its line from 1 on and the column of helm, from 0 on. */
  readonly at: { readonly source: string; readonly line: number; readonly column: number | undefined } | undefined;
  /** What stands at that place: `.Values.image.name`. */
  readonly expression: string | undefined;
}

/** helm 3 says `template: a.yaml:4:18: executing ...` in one line, helm 4 `a.yaml:4:18` and the rest in lines below. */
const PLACE = /(?:^|[\s(])([^\s():]+\/(?:templates|crds)\/[^\s():]*):(\d+)(?::(\d+))?/g;
const EXPRESSION = / at <([^\n]*?)>:/g;

const KINDS: readonly (readonly [RegExp, ChartFaultKind])[] = [
  [/^YAML parse error on /, 'yaml'],
  [/^chart requires kubeVersion/, 'kube-version'],
  [/^(?:cannot load|failed to (?:parse|load)) .*(?:values|\/[^/]*\.ya?ml)/, 'values'],
  [/^(?:cannot load |validation: |found in |chart metadata|chart\.metadata|library |apiVersion )/, 'chart'],
  [/nil pointer evaluating|execution error at/, 'value-required'],
];

/** What is read of an answer: a template can fail with a text of any length. */
const MOST_READ = 20_000;

function answerOf(written: string): string {
  const stderr = written.slice(0, MOST_READ);
  const from = stderr.indexOf('Error: ');
  const [message = ''] = stderr.slice(from === -1 ? 0 : from + 'Error: '.length).split(/\n\n|\nhelm\.go:|\nUse --debug/);
  return message
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .reduce((all, line) => (all === '' ? line : `${all}${all.endsWith(':') ? '' : ':'} ${line}`), '');
}

function last<T>(all: Iterable<T>): T | undefined {
  return [...all].at(-1);
}

/** Reads why helm refuses a chart. Of a chain of templates the innermost one is where it fails. */
export function readHelmError(stderr: string): HelmError {
  const answer = answerOf(stderr);
  const [, source, line, column] = last(answer.matchAll(PLACE)) ?? [];
  const file = /^YAML parse error on ([^\s:]+)/.exec(answer)?.[1];
  const kind = answer.startsWith('cannot load Chart.yaml')
    ? 'chart'
    : (KINDS.find(([form]) => form.test(answer))?.[1] ?? (source === undefined ? 'chart' : 'template'));
  const place = source === undefined ? undefined : { source, line: Number(line), column: column === undefined ? undefined : Number(column) };
  return {
    kind,
    answer,
    at: place ?? (file === undefined ? undefined : { source: file, line: 1, column: undefined }),
    expression: last(answer.matchAll(EXPRESSION))?.[1],
  };
}
