import { describe, expect, test } from 'vitest';
import type { Report, ReportedFinding } from '../../src/core/engine/report.ts';
import { renderReport, type ReportOptions } from '../../src/core/report/formats.ts';
import { mostSevere } from '../../src/core/report/sarif-limits.ts';
import { OPTIONS, placeOf, reportOf } from './report-of.ts';

const report = reportOf({ 'a.yaml': 'apiVersion: v1\nkind: Service\nmetadata: {name: a}\n' }, cluster => [
  { message: 'Message', at: placeOf(cluster, 'Service', ['metadata']) },
]);
const [template] = report.findings;
if (!template) throw new Error('no finding');

const SEVERITIES = ['info', 'error', 'warning'] as const;

const many = (count: number): ReportedFinding[] =>
  Array.from({ length: count }, (_, index) => ({ ...template, severity: SEVERITIES[index % 3] ?? 'info', message: `Message ${String(index)}` }));

interface Cut {
  readonly text: string;
  readonly told: readonly string[];
  readonly messages: readonly string[];
  readonly notifications: readonly string[];
}

async function cut(findings: readonly ReportedFinding[], options: Partial<ReportOptions> = {}): Promise<Cut> {
  const told: string[] = [];
  const whole: Report = { ...report, findings };
  const text = await renderReport('sarif', whole, { ...OPTIONS, ...options, tell: said => told.push(said) });
  const { runs } = JSON.parse(text) as {
    runs: [
      {
        results: { message: { text: string } }[];
        invocations: [{ executionSuccessful: boolean; toolExecutionNotifications?: { message: { text: string } }[] }];
      },
    ];
  };
  const [{ results, invocations }] = runs;
  expect(invocations[0].executionSuccessful).toBe(true);
  return {
    text,
    told,
    messages: results.map(({ message }) => message.text),
    notifications: (invocations[0].toolExecutionNotifications ?? []).map(({ message }) => message.text),
  };
}

describe('what is cut', () => {
  test('is the least severe, suppressed ones first, and the others keep their order', () => {
    const suppressed: ReportedFinding['suppressed'] = { by: 'comment', reason: null, location: null };
    const findings = many(6).map((finding, index) => (index === 1 ? { ...finding, suppressed } : finding));
    const kept = (count: number): string[] => mostSevere(findings, count).map(({ message }) => message.slice(8));
    expect(kept(6)).toEqual(['0', '1', '2', '3', '4', '5']);
    expect(kept(5)).toEqual(['0', '2', '3', '4', '5']);
    expect(kept(3)).toEqual(['2', '4', '5']);
    expect(kept(1)).toEqual(['4']);
    expect(kept(0)).toEqual([]);
  });

  test('is nothing of a usual run, and nothing is said', async () => {
    const { messages, told, notifications } = await cut(many(5000));
    expect([messages.length, told, notifications]).toEqual([5000, [], []]);
  });

  test('is told, and that code scanning shows fewer than it takes', async () => {
    const { messages, told, notifications } = await cut(many(25_300), { sarif: { sizeOf: () => 1 } });
    expect(messages).toHaveLength(25_000);
    // Of each third of the severities only advice goes, from its end.
    const advice = messages.map(message => Number(/\d+/.exec(message)?.[0])).filter(index => index % 3 === 0);
    expect([advice.length, advice.at(-1)]).toEqual([8434 - 300, (8434 - 301) * 3]);
    expect(told).toEqual([
      'SARIF: 300 findings are left out, the least severe: code scanning takes 25,000 of a run',
      'SARIF: 25,000 findings are more than code scanning shows: the 5,000 most severe ones',
    ]);
    expect(notifications).toEqual(told.map(text => `${text.slice(7)}.`));
  });

  test('is as much as the size asks for, measured as it is uploaded', async () => {
    const sizeOf = (text: string): number => text.length * 2;
    const { text, messages, told } = await cut(many(12_000), { sarif: { sizeOf } });
    expect(sizeOf(text)).toBeLessThanOrEqual(10_000_000);
    expect(sizeOf(text)).toBeGreaterThan(8_000_000);
    expect(messages.filter(message => Number(/\d+/.exec(message)?.[0]) % 3 === 1)).toHaveLength(4000);
    const left = 12_000 - messages.length;
    expect(told[0]).toBe(
      `SARIF: ${String(left).replace(/(\d)(\d{3})$/, '$1,$2')} findings are left out, the least severe: code scanning takes 10 MB of compressed SARIF`,
    );
  });

  test('is all of it where even that is too large, and the end is reached', async () => {
    const { messages, told } = await cut(many(9000), { sarif: { sizeOf: () => 1e12 } });
    // The file is measured only when its text could be too large.
    expect(messages.length).toBeLessThan(9000);
    expect(told).toHaveLength(1);
  });

  test('is measured as plain text where the host does not compress', async () => {
    const { text } = await cut(many(20_000).map(finding => ({ ...finding, message: `\u00fc\u20ac\ud83d\ude00${finding.message}` })));
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(10_000_000);
  });
});
