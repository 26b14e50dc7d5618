import type { ReportedFinding } from '../engine/report.ts';

interface Speaker {
  /** Before the sentence, as other lines have `help`. */
  readonly label: 'server' | 'helm';
  /** As the subject of a sentence. */
  readonly name: string;
}

/** Who says what a finding gives as the answer: the API server, or helm of a chart. */
export function answeredBy({ rule }: Pick<ReportedFinding, 'rule'>): Speaker {
  return rule.subject === 'chart' ? { label: 'helm', name: 'Helm' } : { label: 'server', name: 'The API server' };
}
