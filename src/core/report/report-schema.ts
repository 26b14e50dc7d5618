import { CATEGORIES } from '../rule/define-rule.ts';
import type {
  LintBaseline,
  LintEdit,
  LintFinding,
  LintFix,
  LintFixed,
  LintIncomplete,
  LintKnown,
  LintLocation,
  LintNotice,
  LintPosition,
  LintQuestion,
  LintRelated,
  LintReport,
  LintResource,
  LintSummary,
  LintSuppression,
  LintTool,
} from './lint-report.ts';
import { choice, count, listOf, publish, refer, text, textOrNull, type JsonSchema as Schema } from './json-schema.ts';

type OptionalKeys<T> = { [K in keyof T & string]-?: object extends Pick<T, K> ? K : never }[keyof T & string];
type RequiredKeys<T> = Exclude<keyof T & string, OptionalKeys<T>>;

/** An object with the properties of the type that programs get, no more and no less; all of them are always there, but for optional ones. */
const object = <T>(properties: Readonly<Record<RequiredKeys<T>, Schema>>, optional?: Readonly<Record<OptionalKeys<T>, Schema>>): Schema => ({
  type: 'object',
  required: Object.keys(properties),
  properties: { ...properties, ...optional },
});

const position = object<LintPosition>({
  line: { type: 'integer', minimum: 1, description: 'One-based.' },
  column: { type: 'integer', minimum: 1, description: 'One-based, counted in UTF-16 units.' },
});

const place = {
  path: text('Relative to the working directory, with "/".'),
  start: refer('position'),
  end: { ...refer('position'), description: 'The position after the last character.' },
};

const resource = {
  ...object<LintResource>({
    apiVersion: text('As the manifest gives it.'),
    kind: text('As the manifest gives it.'),
    namespace: textOrNull('null where the manifest gives none.'),
    name: textOrNull('null where the manifest gives none.'),
  }),
  type: ['object', 'null'],
  description: 'The object that the finding is about; null where there is none.',
};

const fix = object<LintFix>({
  title: text('What the fix does, as an imperative.'),
  safety: choice(['safe', 'unsafe'], 'safe: what was meant, for certain. unsafe: a guess that a person confirms.'),
  edits: listOf(object<LintEdit>({ ...place, newText: text('Replaces the text of the place.') }), 'They do not overlap.'),
});

const suppression = {
  ...object<LintSuppression>({
    by: choice(['comment', 'annotation', 'baseline'], 'What hides the finding.'),
    reason: textOrNull('The reason that is given there.'),
    location: { anyOf: [refer('location'), { type: 'null' }], description: 'Where it stands; null for a baseline.' },
  }),
  type: ['object', 'null'],
  description: 'Why the finding is not shown; null for those that are.',
};

const finding = object<LintFinding>({
  rule: text('Id of the rule.'),
  variant: text('Stable name of the message among those of the rule: the wording may change, this does not.'),
  severity: choice(['error', 'warning', 'info'], 'error: it cannot work. warning: evidence says that it does not. info: advice.'),
  category: choice(CATEGORIES, 'Category of the rule.'),
  message: text('One sentence without a final stop.'),
  help: textOrNull('What to do, as an imperative.'),
  answer: textOrNull("The API server's own sentence, for what it refuses or warns of; helm's, for a chart."),
  docs: { type: ['string', 'null'], format: 'uri', description: "The page of the rule; null for a plugin's rule without one." },
  location: refer('location'),
  resource,
  related: listOf(object<LintRelated>({ note: text('What stands there.'), location: refer('location') }), 'The other ends.'),
  fixes: listOf(fix, 'What --fix and --fix-unsafe do. A fix that would write the value of a secret is left out.'),
  fingerprint: text('The same for the same fault after lines moved and wording changed; unique in the report.'),
  scope: text('The first scope that has the finding; empty for the files as a whole.'),
  scopes: listOf({ type: 'string' }, 'All scopes that have it.'),
  objects: count('How many objects of a scope have it, where one text makes several: a component that is taken in twice, a template in a loop. Else 1.'),
  suppressed: suppression,
});

const question = object<LintQuestion>({
  rule: text('Id of the rule that asks.'),
  question: text('Stable name of the question among those of the rule.'),
  reason: text('What is not known, after the count.'),
  decide: text('What would decide it.'),
  count: count('How often it came up.'),
  locations: listOf(refer('location'), 'Where it came up.'),
});

const summary = object<LintSummary>({
  files: count('Files that were read.'),
  resources: count('Kubernetes objects in them.'),
  scopes: count('Sets of files that are applied together.'),
  others: count('Documents that are YAML and no Kubernetes objects.'),
  error: count('Errors that are not suppressed.'),
  warning: count('Warnings that are not suppressed.'),
  info: count('Advice that is not suppressed.'),
  suppressed: count('Findings that a comment, an annotation or the baseline hides.'),
  kubernetes: text('The Kubernetes minors that the report is about, such as "1.34-1.37".'),
});

const incomplete = object<LintIncomplete>(
  { path: text('File or scope.'), reason: text('Why.') },
  { undone: choice(['fixed'], 'What was not done, where it is not the lint.') },
);

const fixed = {
  ...object<LintFixed>({
    findings: count('Findings that the fixes have mended.'),
    files: listOf({ type: 'string' }, 'Paths of the files that they have changed.'),
  }),
  type: ['object', 'null'],
  description: 'What --fix has done before the findings of this report were found; null without --fix.',
};

const baseline = {
  ...object<LintBaseline>({
    path: text('The file, relative to the working directory.'),
    known: count('Findings that it hides.'),
    gone: listOf(
      object<LintKnown>({
        rule: text('Id of the rule.'),
        path: text('Relative to the working directory.'),
        object: textOrNull('The object; null where there was none.'),
        severity: choice(['error', 'warning', 'info'], 'The severity that it had.'),
        count: count('How many of them are gone.'),
        fingerprint: text('As in the baseline: without the path of a file, and without the number of a repeat.'),
      }),
      'What it lists and this run, which looked there, did not find.',
    ),
  }),
  type: ['object', 'null'],
  description: 'What became of the findings that the baseline lists; null where none was used.',
};

/** JSON Schema of what `--format json` prints. Later versions may add properties; a change of these has another `version`. */
export function buildReportSchema(): Schema {
  return publish('report.schema.json', 'Report of svclint', {
    ...object<LintReport>({
      version: { const: 1, description: 'Version of this contract.' },
      tool: object<LintTool>({ name: { const: 'svclint' }, version: text('Version of svclint.') }),
      findings: listOf(finding, 'Sorted by path, place and rule; suppressed ones among them.'),
      undecided: listOf(question, 'What the files leave open, one entry per kind of question.'),
      incomplete: listOf(incomplete, 'What was not linted, or not fixed, although it was asked for.'),
      notices: listOf(object<LintNotice>({ path: textOrNull('What it is about.'), text: text('One sentence.') }), 'What is worth knowing and no finding.'),
      summary,
      fixed,
      baseline,
    }),
    definitions: { position, location: object<LintLocation>(place) },
  });
}
