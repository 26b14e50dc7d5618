import type { YamlDocument } from './source-file.ts';

/** Whether a document is JSON text, which kubectl sends as it is: keys in their order, those that stand twice too (S-349). */
export function isJsonDocument({ file, span, tree }: YamlDocument): boolean {
  if (!tree || tree.size === 0 || file.text.charCodeAt(tree.start(0)) !== 123) return false;
  try {
    JSON.parse(file.text.slice(span.start, span.end));
    return true;
  } catch {
    return false;
  }
}
