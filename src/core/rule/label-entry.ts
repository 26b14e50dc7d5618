import { Cursor } from '../yaml/cursor.ts';
import { valueOf } from '../yaml/field.ts';
import type { Place } from '../yaml/place.ts';
import { fixOf, renameKey, setScalar } from './edits.ts';
import type { FileEdit, Fix } from './finding.ts';

/** `commonLabels` of a kustomization as the pairs of an entry of `labels`, which reaches selectors or only pod templates. */
export function asLabelEntry(labels: Cursor, reach: 'includeSelectors' | 'includeTemplates'): FileEdit | undefined {
  const { file, keySpan, valueSpan } = labels.at;
  if (!keySpan || !labels.isMapping || file.text.includes('\r')) return undefined;
  const head = `labels:\n- ${reach}: true\n  pairs:`;
  const between = file.text.slice(keySpan.end, valueSpan.start);
  if (!between.startsWith(':')) return undefined;
  const value = file.text.slice(valueSpan.start, valueSpan.end).replaceAll('\n', '\n  ');
  return { file, span: { start: keySpan.start, end: valueSpan.end }, newText: head + between.slice(1).replaceAll('\n', '\n  ') + value };
}

function holds(pairs: Cursor, { node }: Place): boolean {
  return pairs.entries().some(({ value }) => value.at.node === node);
}

/** What would keep the labels around a place out of selectors, as far as it can be edited: they stay on objects and pods. */
export function leaveSelectorsAlone(label: Place): { readonly help: string; readonly fixes: readonly Fix[] } {
  const body = Cursor.root(label.document);
  const entry = body
    ?.get('labels')
    .items()
    .find(item => holds(item.get('pairs'), label));
  if (entry) {
    const [reach, templates] = [entry.get('includeSelectors'), entry.get('includeTemplates')];
    const isOnPods = valueOf(templates.boolean()) === true;
    const help = isOnPods ? 'Set includeSelectors to false' : 'Write includeTemplates instead of includeSelectors, which leaves selectors alone';
    const edit = isOnPods ? setScalar(reach.at, false) : templates.isWritten ? undefined : renameKey(reach.at, 'includeTemplates');
    return { help, fixes: fixOf('Leave selectors alone', 'unsafe', edit) };
  }
  const common = body?.get('commonLabels');
  const isAlone = common && holds(common, label) && !body?.get('labels').isWritten;
  return {
    help: 'Give the label by labels with includeTemplates, which leaves selectors alone',
    fixes: isAlone ? fixOf('Leave selectors alone', 'unsafe', asLabelEntry(common, 'includeTemplates')) : [],
  };
}
