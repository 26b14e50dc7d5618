import type { PatchEntry, Selector } from '../kustomization.ts';

export type Plugin = 'PatchTransformer' | 'PatchJson6902Transformer' | 'PatchStrategicMergeTransformer';

/** A text as YAML prints it, for the short texts of entries. */
function printText(text: string, indent: string): string {
  if (text.includes('\n')) return `|-\n${text.trimEnd().replaceAll(/^(?=.)/gm, `${indent}  `)}`;
  return /^[\w./-][\w./ -]*$/.test(text) ? text : `'${text.replaceAll("'", "''")}'`;
}

function printSelector(selector: Selector): string[] {
  const fields = ['annotationSelector', 'group', 'kind', 'labelSelector', 'name', 'namespace', 'version'] as const;
  return fields.flatMap(field => {
    const value = selector[field]?.value ?? '';
    return value === '' ? [] : [`  ${field}: ${printText(value, '  ')}`];
  });
}

/** The entry as kustomize hands it to its plugin. */
function printEntry(plugin: Plugin, { path, patch, target }: PatchEntry): string {
  const selected = target ? printSelector(target) : [];
  const isNamed = plugin === 'PatchTransformer';
  const lines = [
    ...(patch && patch.value !== '' ? [`${isNamed ? 'patch' : 'jsonOp'}: ${printText(patch.value, '')}`] : []),
    ...(path && path.value !== '' ? [`path: ${printText(path.value, '')}`] : []),
    ...(target ? [selected.length > 0 ? 'target:' : 'target: {}', ...selected] : []),
  ];
  return `${lines.join('\n')}\n`;
}

const NAMES_CONFIG = /(?: in|at the same time)$/;

/** What kustomize says of an entry that it cannot use. */
export function trouble(plugin: Plugin, entry: PatchEntry, cause: string): string {
  const config = printEntry(plugin, entry);
  const tail = NAMES_CONFIG.test(cause) ? `\n${config.trimEnd()}` : '';
  return `trouble configuring builtin ${plugin} with config: \`\n${config}\`: ${cause}${tail}`;
}
