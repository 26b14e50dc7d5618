import { causeOfFault, defineRule, type ChartFault, type ChartFaultKind, type RenderedChart, type Severity } from '../../src/core/api.ts';

/** A chart that takes too long is told as one that is not linted: that is no mistake of it. */
type Told = Exclude<ChartFaultKind, 'limit'>;
type Variant = 'template' | 'yaml' | 'chart' | 'values' | 'demanded' | 'version';

const VARIANTS: Readonly<Record<Told, Variant>> = {
  template: 'template',
  yaml: 'yaml',
  chart: 'chart',
  values: 'values',
  'value-required': 'demanded',
  'kube-version': 'version',
};

interface Words {
  readonly message: string;
  readonly help: string;
}

const END = 'so helm installs nothing of it';

function tellDemand(name: string, file: string, { subject }: ChartFault): Words {
  const isValue = /^[A-Za-z_][\w-]*(?:\.[\w-]+)*$/.test(subject) && !/\.(?:ya?ml|tpl|txt)$/.test(subject);
  const message = isValue
    ? `Chart "${name}" does not render without "${subject}", which its values lack`
    : `Template "${file}" of chart "${name}" demands values that nobody gives, so it does not render`;
  return { message, help: isValue ? `Set ${subject} in values.yaml, or make the template work without it` : 'Give the values in values.yaml' };
}

/** What is wrong, and what to do. */
function tell(kind: Told, fault: ChartFault, { name: called, chart }: RenderedChart): Words {
  const name = called === '' ? chart : called;
  const { path } = fault.at.file;
  const file = path.slice(path.lastIndexOf('/') + 1);
  const words: Readonly<Record<Told, () => Words>> = {
    template: () => ({ message: `Template "${file}" of chart "${name}" fails, ${END}`, help: 'Correct the template, or the values that it uses' }),
    yaml: () => ({ message: `Template "${file}" of chart "${name}" makes no YAML, ${END}`, help: 'Correct the indentation of what the template prints' }),
    chart: () => ({ message: `Chart "${name}" is refused by helm, so nothing of it is installed`, help: 'Correct Chart.yaml' }),
    values: () => ({ message: `Values file "${file}" is no YAML mapping, so helm installs nothing of chart "${name}"`, help: 'Correct the YAML of the file' }),
    'value-required': () => tellDemand(name, file, fault),
    'kube-version': () => {
      const version = /Kubernetes v(\d+\.\d+)/.exec(fault.answer)?.[1] ?? 'of the target';
      return {
        message: `Chart "${name}" refuses Kubernetes ${version}, so helm does not install it there`,
        help: 'Widen kubeVersion, or lint for a version in it',
      };
    },
  };
  return words[kind]();
}

/** A values file beside the chart's own may be one of several that are given together. */
function severityOf({ kind }: ChartFault, { values, release, request }: RenderedChart): Severity | undefined {
  if (request && kind === 'value-required') return 'error';
  const isPartial = values.length > 0 && release.isMadeUp;
  return isPartial && (kind === 'template' || kind === 'yaml') ? 'warning' : undefined;
}

export default defineRule({
  id: 'chart-render-fails',
  title: 'helm does not render the chart, so nothing of it is installed',
  category: 'schema',
  severity: 'error',
  presets: ['recommended'],
  subject: 'chart',
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { template: 'error', yaml: 'error', chart: 'error', values: 'error', demanded: 'warning', version: 'warning' },

  *check(chart) {
    // What charts bring that are not there, no template finds; nor values that no file shows.
    if (chart.missing.length > 0 || chart.request?.isMasked === true) return;
    for (const fault of chart.faults) {
      const { kind } = fault;
      if (kind === 'limit') continue;
      const severity = severityOf(fault, chart);
      const answer = causeOfFault(fault);
      yield { variant: VARIANTS[kind], at: fault.at, answer, ...(severity && { severity }), ...tell(kind, fault, chart) };
    }
  },
});
