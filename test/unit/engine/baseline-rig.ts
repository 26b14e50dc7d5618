import { compareWithBaseline, type BaselineRun, type Compared } from '../../../src/core/engine/baseline-match.ts';
import type { BaselineEntry, Report } from '../../../src/core/engine/report.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/engine/settings.ts';
import type { Cluster } from '../../../src/core/model/cluster.ts';
import type { RuleMeta } from '../../../src/core/rule/define-rule.ts';
import type { Untyped } from '../../../src/core/yaml/untyped.ts';
import { reportOf } from '../../report/report-of.ts';

export type Files = Readonly<Record<string, string>>;

export const RULE: RuleMeta = reportOf({ 'a.yaml': service('a', ['x']) }, sayBad()).findings.map(({ rule }) => rule)[0] ?? raise();

export function raise(): never {
  throw new Error('the rule of the test found nothing');
}

/** A Service with a fault at every port. */
export function service(name: string, ports: readonly string[], before = ''): string {
  return `${before}apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\nspec:\n  ports:\n${ports.map(port => `  - name: ${port}\n    port: 1\n`).join(before)}`;
}

function sayBad(wording = 'bad') {
  return (cluster: Cluster) =>
    cluster.resources.flatMap(resource =>
      resource.body
        .as<Untyped>()
        .get('spec')
        .get('ports')
        .items()
        .map(port => ({
          message: `${port.get('name').text ?? ''} of ${resource.name.state === 'known' ? resource.name.value : ''} ${wording}`,
          at: port.get('port').at,
          resource,
        })),
    );
}

export const lint = (files: Files, wording?: string): Report => reportOf(files, sayBad(wording));

/** A run on all of the files, in which nothing else is there. */
export function runOn(files: Files, changes: Partial<BaselineRun> = {}): BaselineRun {
  return {
    path: 'baseline.json',
    stored: path => path,
    shown: path => path,
    files: Object.entries(files).map(([path, text]) => ({ path, text })),
    isThere: path => Object.hasOwn(files, path),
    isAsked: () => true,
    narrowed: false,
    settings: DEFAULT_SETTINGS,
    rules: [RULE],
    ...changes,
  };
}

export const compare = (files: Files, entries: readonly BaselineEntry[], changes?: Partial<BaselineRun>, wording?: string): Compared =>
  compareWithBaseline(lint(files, wording), entries, runOn(files, changes));
export const baselineOf = (files: Files): readonly BaselineEntry[] => compare(files, []).next;
export const newOnes = ({ report }: Compared): string[] => report.findings.filter(({ suppressed }) => !suppressed).map(({ message }) => message);
