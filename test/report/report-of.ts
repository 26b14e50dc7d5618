import { defineRule, type Finding } from '../../src/core/api.ts';
import type { Report } from '../../src/core/engine/report.ts';
import { DEFAULT_SETTINGS } from '../../src/core/engine/settings.ts';
import type { Cluster } from '../../src/core/model/cluster.ts';
import type { Undecided } from '../../src/core/rule/finding.ts';
import type { ReportOptions } from '../../src/core/report/formats.ts';
import { PLAIN_LOOK } from '../../src/core/report/look.ts';
import type { Cursor } from '../../src/core/yaml/cursor.ts';
import type { Place } from '../../src/core/yaml/place.ts';
import { lintWith } from '../../src/dev/lint-case.ts';

type Said = Omit<Finding<'seen'>, 'variant'> | Undecided<'open'>;

/** The report of a rule that says what a test wants it to say of each cluster. */
export function reportOf(files: Readonly<Record<string, string>>, say: (cluster: Cluster) => readonly Said[]): Report {
  const rule = defineRule({
    id: 'test-speaks',
    title: 'The test speaks',
    category: 'wiring',
    severity: 'error',
    presets: ['recommended'],
    subject: 'cluster',
    fix: 'unsafe',
    since: '0.1.0',
    judges: 'object',
    variants: { seen: 'error' },
    questions: { open: { one: 'Service is open', many: 'Services are open', decide: '--complete if it is closed' } },
    check: cluster => say(cluster).map(said => ('undecided' in said ? said : { ...said, variant: 'seen' })),
  });
  const input = Object.entries(files).map(([path, text]) => ({ path, text }));
  return lintWith([rule], input, DEFAULT_SETTINGS);
}

/** The place of a field of the n-th object of a kind; a step that is a number is an element of a list. */
export function placeOf(cluster: Cluster, kind: string, path: readonly (string | number)[], nth = 0): Place {
  const resource = cluster.resources.filter(each => each.kind === kind)[nth];
  if (!resource) throw new Error(`no ${kind} ${String(nth)}`);
  let cursor: Cursor = resource.body.as();
  for (const step of path) {
    const next: Cursor | undefined = typeof step === 'number' ? cursor.items()[step] : cursor.get(step);
    if (!next) throw new Error(`no ${path.join('.')}`);
    cursor = next;
  }
  return cursor.at;
}

export const OPTIONS: ReportOptions = { version: '0.1.0', rules: [], pathInRepository: path => path, look: PLAIN_LOOK, verbose: false, quiet: false };
