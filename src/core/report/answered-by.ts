import type { ReportedFinding } from '../engine/report.ts';

interface Speaker {
  /** Before the sentence, as other lines have `help`. */
  readonly label: 'server' | 'helm' | 'flux';
  /** As the subject of a sentence. */
  readonly name: string;
}

/** Who says what a finding gives as the answer: the API server, helm of a chart, Flux of what it fills in. */
export function answeredBy({ rule }: Pick<ReportedFinding, 'rule'>): Speaker {
  if (rule.subject === 'release') return { label: 'flux', name: 'Flux' };
  return rule.subject === 'chart' ? { label: 'helm', name: 'Helm' } : { label: 'server', name: 'The API server' };
}
