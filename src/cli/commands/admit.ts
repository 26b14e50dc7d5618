import { loadEngines } from '../../core/predict/admission/load-engines.ts';
import { reviewsOf } from '../../core/predict/admission/refusals-of.ts';
import type { Review } from '../../core/predict/admission/review.ts';
import { admitValue } from '../../core/report/admit-json.ts';
import { renderAdmit } from '../../core/report/admit-text.ts';
import { renderIncomplete } from '../../core/report/closing-lines.ts';
import { renderValue } from '../../core/report/endpoints-json.ts';
import { Ownership } from '../../core/rule/ownership.ts';
import { EXIT } from '../exit-code.ts';
import { isPrepared, prepare, stop } from '../prepare.ts';
import { readSet, readSources, rules } from '../../index.ts';
import type { Run } from '../run.ts';
import { readFormat } from './endpoints.ts';

/** In the order of files and documents, each object once although several scopes may hold it. */
function inOrder(reviews: readonly Review[]): readonly Review[] {
  const place = ({ resource }: Review): readonly [string, number] => [resource.document.file.path, resource.body.at.span.start];
  return [...new Set(reviews)].sort((a, b) => {
    const [[file, start], [other, from]] = [place(a), place(b)];
    return file === other ? start - from : file < other ? -1 : 1;
  });
}

/** `svclint admit [paths]`: 1 when the API server would refuse something. */
export const run: Run = async ({ operands, options }, terminal) => {
  const format = readFormat(options.valueOf('format') ?? 'text');
  if (typeof format === 'object') return stop(format, terminal);
  const prepared = await prepare(operands, options, terminal, 'predicting');
  if (!isPrepared(prepared)) return stop(prepared, terminal);
  const { incomplete, settings } = prepared;
  const set = await readSet(await readSources(prepared.files), prepared);
  const engines = await loadEngines(set.clusters);
  const reviews = inOrder(set.clusters.flatMap(cluster => reviewsOf(cluster, engines)));
  const unread = set.readings.filter(({ kind }) => kind === 'unread').length;
  terminal.out(format === 'text' ? renderAdmit(reviews, settings.target.minors) : renderValue(admitValue(reviews, new Ownership(rules)), format));
  for (const each of incomplete) terminal.err(`svclint: ${renderIncomplete(each)}\n`);
  if (unread > 0) terminal.err(`svclint: ${String(unread)} documents could not be read, svclint lint says why\n`);
  if (incomplete.length > 0 || unread > 0) return EXIT.incomplete;
  return reviews.some(({ verdict }) => verdict === 'refuse') ? EXIT.findings : EXIT.clean;
};
