import type { ReportedFinding } from '../engine/report.ts';
import { MOST_RELATED } from './sarif-result.ts';

/** Code scanning refuses a run with more results, and a file that is larger when it is compressed. */
export const MOST_RESULTS = 25_000;
export const LARGEST_FILE = 10_000_000;

/** Of the results that it takes it shows so many, the most severe ones. */
export const MOST_SHOWN = 5000;

const RANKS = { error: 0, warning: 1, info: 2 } as const;

/** The first findings go last: suppressed ones behind all others, then by severity. */
function rankOf({ severity, suppressed }: ReportedFinding): number {
  return RANKS[severity] + (suppressed ? 3 : 0);
}

/** The most severe findings, in the order that they had. */
export function mostSevere(findings: readonly ReportedFinding[], count: number): readonly ReportedFinding[] {
  if (findings.length <= count) return findings;
  const ranked = findings.map((finding, index) => ({ finding, index })).sort((a, b) => rankOf(a.finding) - rankOf(b.finding) || a.index - b.index);
  return ranked
    .slice(0, count)
    .sort((a, b) => a.index - b.index)
    .map(({ finding }) => finding);
}

const number = (count: number): string => String(count).replaceAll(/(?<=\d)(?=(?:\d{3})+$)/g, ',');
const findingsAre = (count: number): string => (count === 1 ? '1 finding is' : `${number(count)} findings are`);

/** What was left out of a run, and why, in sentences. */
export function describeCuts(all: readonly ReportedFinding[], kept: readonly ReportedFinding[]): string[] {
  const tooMany = Math.max(0, all.length - MOST_RESULTS);
  const tooLarge = all.length - kept.length - tooMany;
  const places = kept.filter(({ related }) => related.length > MOST_RELATED).length;
  return [
    ...(tooMany > 0 ? [`${findingsAre(tooMany)} left out, the least severe: code scanning takes ${number(MOST_RESULTS)} of a run`] : []),
    ...(tooLarge > 0 ? [`${findingsAre(tooLarge)} left out, the least severe: code scanning takes 10 MB of compressed SARIF`] : []),
    ...(kept.length > MOST_SHOWN ? [`${findingsAre(kept.length)} more than code scanning shows: the ${number(MOST_SHOWN)} most severe ones`] : []),
    ...(places > 0 ? [`places are left out of ${number(places)} ${places === 1 ? 'finding' : 'findings'}: code scanning keeps 100 of each`] : []),
  ];
}

/** Renders as many of the most severe findings as the file may hold. `sizeOf` gives the size of a text as it is uploaded. */
export function renderWithin(
  findings: readonly ReportedFinding[],
  render: (kept: readonly ReportedFinding[]) => string,
  sizeOf: (text: string) => number,
): string {
  let kept = mostSevere(findings, MOST_RESULTS);
  for (;;) {
    const text = render(kept);
    // No compression makes a text of this length too large: a character takes three bytes at most.
    const size = text.length * 3 <= LARGEST_FILE ? 0 : sizeOf(text);
    if (size <= LARGEST_FILE || kept.length === 0) return text;
    kept = mostSevere(kept, Math.floor(Math.min(kept.length - 1, ((kept.length * LARGEST_FILE) / size) * 0.95)));
  }
}
