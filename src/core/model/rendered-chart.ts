import type { Cursor } from '../yaml/cursor.ts';
import type { Place } from '../yaml/place.ts';
import type { YamlDocument } from '../yaml/source-file.ts';

/**
 * Why a chart does not render with a set of values. `template` is a mistake in a template or a value that it cannot use, `value-required` a value
 * that the chart demands and nobody gives, `yaml` a template that makes no YAML, `chart` what Chart.yaml says, `values` a values file that is no
 * YAML, `kube-version` a cluster that the chart refuses, `limit` a chart that takes too long or grows too large.
 */
export type ChartFaultKind = 'template' | 'value-required' | 'yaml' | 'chart' | 'values' | 'kube-version' | 'limit';

/** What keeps a chart, or one file of it, from being rendered. */
export interface ChartFault {
  readonly kind: ChartFaultKind;
  /** What helm says, in one line, without the paths of its own copy. */
  readonly answer: string;
  /** In a template, in a values file, or in Chart.yaml. */
  readonly at: Place;
  /** What it is about: the value, the template or the field, as it is written. */
  readonly subject: string;
}

/** What helm says without the chain of templates before it, which the place tells. */
export function causeOfFault({ answer }: Pick<ChartFault, 'answer'>): string {
  return answer.replace(/^.*(?: at <[^>]*>: |execution error at \([^)]*\): |YAML parse error on \S+: )/s, '');
}

/** What Helm runs around an installation instead of keeping: annotation `helm.sh/hook`. */
export interface ChartHook {
  readonly document: YamlDocument;
  /** `pre-install`, `post-upgrade` ... */
  readonly events: readonly string[];
}

/** How a GitOps tool installs a chart of the repository. */
export interface ChartRequest {
  /** Directory of the chart in reports. */
  readonly chart: string;
  readonly release: { readonly name: string; readonly namespace: string };
  /** In the order in which they are laid over the chart's own. `root`: where they stand, if they are part of an object. */
  readonly values: readonly { readonly path: string; readonly text: string; readonly root?: Cursor }[];
  /** The chart's own values.yaml does not count: the tool is told all files of values. */
  readonly leavesOwnValues: boolean;
  /** Why not all values are known, a clause each. */
  readonly missing: readonly string[];
  /** Values of Secrets are among them, as texts that are unknown: what a template makes of these tells nothing. */
  readonly isMasked: boolean;
}

/** Requests of equal keys are rendered alike. */
export function keyOfRequest({ chart, release: { name, namespace }, values, leavesOwnValues }: ChartRequest): string {
  return JSON.stringify([chart, name, namespace, leavesOwnValues, values.map(({ text }) => text)]);
}

/** What helm makes of a chart with one set of values. The host renders it; its documents know where they were written. */
export interface RenderedChart {
  /** Directory of the chart, or its archive. */
  readonly chart: string;
  /** As Chart.yaml calls it. */
  readonly name: string;
  /** Values files beside the chart's own `values.yaml`. Empty for the chart as it is. */
  readonly values: readonly string[];
  /** Release and namespace that it was rendered for: nobody chose them, where no GitOps tool names them. */
  readonly release: { readonly name: string; readonly namespace: string; readonly isMadeUp: boolean };
  /** What a GitOps tool was told; undefined for what nobody asked for. */
  readonly request?: ChartRequest | undefined;
  /** What is applied, in the order in which helm applies it; those of hooks too, those of tests not. */
  readonly documents: readonly YamlDocument[];
  readonly hooks: readonly ChartHook[];
  /** Why objects are missing, a clause each: dependencies that are nowhere in the repository. Empty for what is whole. */
  readonly missing: readonly string[];
  /** Values that the chart demands and nobody gives, by their path: each stands as `${path}` in the documents, which is unknown. */
  readonly placeholders: readonly string[];
  readonly faults: readonly ChartFault[];
  /** Files that took part: Chart.yaml, values, templates. */
  readonly files: ReadonlySet<string>;
}
