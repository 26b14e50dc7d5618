import { parseSource } from '../yaml/parse-source.ts';
import { Cursor } from '../yaml/cursor.ts';
import { valueOf } from '../yaml/field.ts';
import type { YamlDocument } from '../yaml/source-file.ts';
import type { KustomizationFile } from './kustomization-file.ts';
import { WORKLOAD_KINDS } from './workload-kinds.ts';

/** Kinds that two ends of a connection are made of: a patch of another kind changes nothing of who meets whom. */
const CONNECTED_KINDS = new Set(['Service', 'Endpoints', 'EndpointSlice', ...WORKLOAD_KINDS.map(({ kind }) => kind)]);

/** Fields that change fields of any object in ways that are not looked into here. */
const FREE_FIELDS = ['replacements', 'transformers', 'helmCharts', 'helmChartInflationGenerator'];

/** Whether something of this kind may be part of a connection; a kind that is not known or a pattern may. */
function mayConnect(kind: string | undefined): boolean {
  return kind === undefined || !/^\w+$/.test(kind) || CONNECTED_KINDS.has(kind);
}

function kindOf(document: YamlDocument): string | undefined {
  const body = Cursor.root(document);
  return body && valueOf(body.get('kind').string());
}

function documentsOf(patch: string, path: string): readonly YamlDocument[] {
  return parseSource(path, patch).documents;
}

/** Whether one entry of `patches`, `patchesStrategicMerge` or `patchesJson6902` may change a Service or the pods of a workload. */
function mayPatch(entry: Cursor, file: KustomizationFile, documentsAt: (path: string) => readonly YamlDocument[]): boolean {
  const target = entry.isMapping ? entry.get('target') : undefined;
  if (target?.isMapping === true) return mayConnect(valueOf(target.get('kind').string()));
  const written = valueOf((entry.isMapping ? entry.get('patch') : entry).string());
  const isInline = entry.isMapping ? written !== undefined : written?.includes('\n') === true;
  if (isInline) return documentsOf(written ?? '', file.document.file.path).some(document => mayConnect(kindOf(document)));
  const reference = file.patches.find(({ text }) => text === (written ?? valueOf(entry.get('path').string())));
  const documents = reference ? documentsAt(reference.path) : [];
  return documents.length === 0 || documents.some(document => mayConnect(kindOf(document)));
}

/** Whether a kustomization may change what Services select, or the labels, ports and containers of pods. */
export function changesConnections(file: KustomizationFile, documentsAt: (path: string) => readonly YamlDocument[]): boolean {
  const body = Cursor.root(file.document);
  if (!body || body.isOpen) return true;
  if (FREE_FIELDS.some(field => !body.get(field).isAbsent)) return true;
  const lists = ['patches', 'patchesStrategicMerge', 'patchesJson6902'].map(field => body.get(field));
  return lists.some(list => list.isUnknown || list.items().some(entry => mayPatch(entry, file, documentsAt)));
}
