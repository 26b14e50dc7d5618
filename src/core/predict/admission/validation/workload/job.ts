import type { Job } from 'kubernetes-types/batch/v1.d.ts';
import { readLabels, type Labels } from '../../../../model/labels.ts';
import { readLabelSelector, selects } from '../../../../model/selector.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import type { Field } from '../../../../yaml/field.ts';
import { dns1123LabelFaults, labelValueFaults } from '../../formats.ts';
import { booleanOf, isEmpty, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import type { AdmissionContext } from '../../validator.ts';
import { completionOf, validateJobSpec } from './job-spec.ts';
import { validateLabelSelector } from '../meta/label-selector.ts';
import { validateLabels } from '../meta/labels.ts';
import { nameAfterCreate } from '../meta/metadata.ts';
import { refuseLabels, validateMatch, warnOfName } from './workload.ts';

const NAME_LABELS = ['job-name', 'batch.kubernetes.io/job-name'];
const UID_LABELS = ['controller-uid', 'batch.kubernetes.io/controller-uid'];

/** Stands for the identifier that the server makes when it creates the Job: no manifest knows it. */
const UID = '<uid>';

/** `ValidateJob`. */
export function validateJob(job: Cursor<Job>, to: Refusals, context: AdmissionContext): void {
  const spec = job.get('spec');
  const completion = completionOf(spec, false);
  const labels = spec.get('template').get('metadata').get('labels');
  if (isEmpty(job.get('metadata').get('labels'))) validateLabels(labels, to, { field: 'metadata.labels' });
  const isManual = booleanOf(spec.get('manualSelector'));
  if (isManual === true) validateManualSelector(job, to);
  else if (isManual === false) validateGeneratedSelector(job, to);
  validateJobSpec(spec, to, context, completion);
  if (completion.mode === 'Indexed' && typeof completion.completions === 'number') validateHostnames(job, completion.completions, to);
  warnOfName(job.get('metadata'), to);
}

/** A selector of one's own is like that of other workloads, but for that it may be empty. */
function validateManualSelector(job: Cursor<Job>, to: Refusals): void {
  const [selector, template] = [job.get('spec').get('selector'), job.get('spec').get('template')];
  if (selector.isAbsent) {
    to.required('workload/selector-required', selector);
    refuseLabels(template, to, 'workload/selector-matches-nothing');
  } else {
    const isReadable = validateLabelSelector(selector, to);
    validateMatch(readLabelSelector(selector), template, to.withheld(!isReadable));
  }
}

/** The server labels pods with name and identifier of the Job and selects them by it; what is written must not differ (S-021). */
function validateGeneratedSelector(job: Cursor<Job>, to: Refusals): void {
  const [selector, template] = [job.get('spec').get('selector'), job.get('spec').get('template')];
  const name = nameAfterCreate(job.get('metadata'));
  const labels = template.get('metadata').get('labels');
  validateOwnedLabels(labels, name?.shown, to);
  validateNameLabels(job, to);
  if (selector.isAbsent) return;
  const isReadable = validateLabelSelector(selector, to);
  const told = to.withheld(!isReadable);
  const [written, generated] = [readLabelSelector(selector), generatedLabels(job, name?.shown)];
  if (selects(written, generated) === 'no') told.invalid('job/selector-not-generated', selector, '`selector` not auto-generated');
  if (selects(written, withGenerated(readLabels(labels), generated)) === 'no') refuseLabels(template, told, 'job/selector-not-generated', {});
}

function generatedLabels({ at }: Cursor<Job>, name: string | undefined): Labels {
  const uid: Field<string> = { state: 'known', value: UID, at };
  const named: Field<string> = name === undefined ? { state: 'unknown', why: 'templated', at } : { state: 'known', value: name, at };
  const entries = new Map([...UID_LABELS.map(key => [key, uid] as const), ...NAME_LABELS.map(key => [key, named] as const)]);
  return { open: false, entries, at };
}

function withGenerated(written: Labels, generated: Labels): Labels {
  return { ...written, entries: new Map([...generated.entries, ...written.entries]) };
}

/** Labels that the Job's controller sets itself: the name of the Job, and its identifier, which nobody can write before. */
function validateOwnedLabels(labels: Cursor<Readonly<Record<string, string>>>, name: string | undefined, to: Refusals): void {
  for (const { key, value } of labels.entries()) {
    const expected = UID_LABELS.includes(key) ? UID : NAME_LABELS.includes(key) ? name : undefined;
    const text = textOf(value);
    if (expected === undefined || text === undefined || text === expected) continue;
    to.invalid('job/owned-label', value, `must be '${expected}'`, { field: `${labels.fieldPath}[${key}]`, value: allLabels(labels, name) });
  }
}

/** The labels that the server compares and repeats: what it adds, and over it what is written. */
function allLabels(labels: Cursor<Readonly<Record<string, string>>>, name = ''): Readonly<Record<string, string>> {
  const added = [...UID_LABELS.map(key => [key, UID] as const), ...NAME_LABELS.map(key => [key, name] as const)];
  const written = labels.entries().map(({ key, value }) => [key, textOf(value) ?? ''] as const);
  const all = new Map([...added, ...written]);
  return Object.fromEntries([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The name of the Job becomes a label of its pods, which cannot be as long as a name. */
function validateNameLabels(job: Cursor<Job>, to: Refusals): void {
  const name = nameAfterCreate(job.get('metadata'));
  const template = job.get('spec').get('template');
  const labels = readLabels(template.get('metadata').get('labels'));
  if (!name || labels.open || NAME_LABELS.every(key => labels.entries.has(key))) return;
  const field = `${template.fieldPath}.labels`;
  for (const fault of labelValueFaults(name.text)) to.invalid('job/name', job.get('metadata').get('name'), fault, { field, value: name.shown });
}

/** Pods of an Indexed Job are called after it and their number, and that is their host name (S-196). */
function validateHostnames(job: Cursor<Job>, completions: number, to: Refusals): void {
  const name = nameAfterCreate(job.get('metadata'));
  const last = `-${String(completions - 1)}`;
  if (!name || completions <= 0 || dns1123LabelFaults(name.text + last).length === 0) return;
  const detail = `will not able to create pod with invalid DNS label: ${name.shown}${last}`;
  to.invalid('job/name', job.get('metadata').get('name'), detail, { value: name.shown });
}
