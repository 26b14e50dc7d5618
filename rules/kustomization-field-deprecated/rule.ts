import { asLabelEntry, Cursor, defineRule, fixOf, renameKey, valueOf, type FileEdit, type Finding } from '../../src/core/api.ts';

type Report = Pick<Finding<'old'>, 'at' | 'message' | 'help' | 'fixes'>;

/** Fields of which patchesJson6902 is applied behind, and patches before. */
const BETWEEN = ['namespace', 'namePrefix', 'nameSuffix', 'labels', 'commonLabels', 'commonAnnotations'];
const PLAIN = /^[\w./][-\w./]*$/;

const isBlock = (value: Cursor): boolean => !/^[[{]/.test(value.source);

/** Each path of a list in a mapping: `- path: web.yaml`. Patches that are written out need another indentation, and have none. */
function asPaths(list: Cursor): (FileEdit | undefined)[] {
  return list.items().map(item => {
    const { file, valueSpan } = item.at;
    const path = valueOf(item.string());
    const isPath = path !== undefined && PLAIN.test(path) && isBlock(list) && isBlock(item);
    return isPath ? { file, span: { start: valueSpan.start, end: valueSpan.start }, newText: 'path: ' } : undefined;
  });
}

/** The one file as a list of it. */
function asList(file: Cursor): FileEdit | undefined {
  const { at } = file;
  const path = valueOf(file.string());
  return path !== undefined && PLAIN.test(path)
    ? { file: at.file, span: at.valueSpan, newText: `[${at.file.text.slice(at.valueSpan.start, at.valueSpan.end)}]` }
    : undefined;
}

/** The edits for a field whose successor is not there yet. */
const REWRITES: Readonly<Record<string, (old: Cursor, body: Cursor) => readonly (FileEdit | undefined)[]>> = {
  bases: old => [renameKey(old.at, 'resources')],
  imageTags: old => [renameKey(old.at, 'images')],
  patchesStrategicMerge: old => [renameKey(old.at, 'patches'), ...asPaths(old)],
  patchesJson6902: (old, body) => (BETWEEN.some(field => body.get(field).isWritten) ? [] : [renameKey(old.at, 'patches')]),
  commonLabels: old => [asLabelEntry(old, 'includeSelectors')],
  vars: () => [],
};

const SUCCESSORS: Readonly<Record<string, string>> = {
  bases: 'resources',
  imageTags: 'images',
  patchesStrategicMerge: 'patches',
  patchesJson6902: 'patches',
  commonLabels: 'labels',
  vars: 'replacements',
};

function report(old: Cursor, name: string, successor: string, edits: readonly (FileEdit | undefined)[]): Report {
  return {
    at: old.at.atKey,
    message: `Field "${name}" is deprecated, and ${successor} has taken its place`,
    help: `Write ${successor}`,
    fixes: fixOf(`Write ${successor}`, 'safe', ...edits),
  };
}

function* findOld(body: Cursor): Generator<Report> {
  for (const [name, successor] of Object.entries(SUCCESSORS)) {
    const old = body.get(name);
    if (!old.isWritten) continue;
    // Two old fields with one successor cannot both be renamed.
    const isFree =
      !body.get(successor).isWritten && !Object.keys(SUCCESSORS).some(other => other !== name && SUCCESSORS[other] === successor && body.get(other).isWritten);
    yield report(old, name, successor, isFree ? (REWRITES[name]?.(old, body) ?? []) : []);
  }
  for (const generator of [...body.get('configMapGenerator').items(), ...body.get('secretGenerator').items()]) {
    const old = generator.get('env');
    if (!old.isPresent) continue;
    yield report(old, 'env', 'envs', generator.get('envs').isWritten ? [] : [renameKey(old.at, 'envs'), asList(old)]);
  }
}

export default defineRule({
  id: 'kustomization-field-deprecated',
  title: 'The field of the kustomization is deprecated and has a successor',
  category: 'deprecation',
  severity: 'info',
  presets: ['strict'],
  subject: 'kustomization',
  fix: 'safe',
  since: '0.1.0',
  judges: 'object',
  variants: { old: 'info' },

  *check({ file }) {
    const body = Cursor.root(file.document);
    if (body?.isMapping) for (const found of findOld(body)) yield { variant: 'old', ...found };
  },
});
