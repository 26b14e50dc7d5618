import { expect } from 'vitest';
import type { Report } from '../../src/core/engine/report.ts';
import { renderReport, type ReportOptions } from '../../src/core/report/formats.ts';
import { setScalar } from '../../src/core/rule/edits.ts';
import { OPTIONS, placeOf, reportOf } from './report-of.ts';

const service = `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
`;

/** One finding with all that a result may have. */
export const twoEnds = (message = 'Message', file = 'a.yaml', note = 'the name'): Report =>
  reportOf({ [file]: service }, cluster => {
    const at = placeOf(cluster, 'Service', ['spec', 'selector', 'app']);
    return [
      {
        message,
        at,
        help: 'Use another',
        related: [{ at: placeOf(cluster, 'Service', ['metadata', 'name']), note }],
        fixes: [{ title: 'Use "api"', safety: 'unsafe', edits: [setScalar(at, 'api')] }],
      },
    ];
  });

export interface SarifRun {
  readonly tool: { readonly driver: { readonly rules: readonly Readonly<Record<string, unknown>>[] } };
  readonly invocations: readonly { readonly toolExecutionNotifications?: readonly unknown[] }[];
  readonly results: readonly Readonly<Record<string, unknown>>[];
}

/** The only run of a report's SARIF. */
export async function renderRun(report: Report, options: Partial<ReportOptions> = {}): Promise<SarifRun> {
  const log = JSON.parse(await renderReport('sarif', report, { ...OPTIONS, ...options })) as { version: string; runs: [SarifRun] };
  expect(log.version).toBe('2.1.0');
  expect(log.runs).toHaveLength(1);
  return log.runs[0];
}
