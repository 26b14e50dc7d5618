import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Where the pages are: beside the built program or its chunks, or in the rule's folder when it runs from source. */
function candidates(id: string): readonly string[] {
  const here = import.meta.dirname;
  return [path.join(here, 'docs', `${id}.md`), path.join(here, '../docs', `${id}.md`), path.join(here, '../../rules', id, 'docs.md')];
}

/** The page of a rule in Markdown; undefined where it has none. */
export function readRulePage(id: string): string | undefined {
  const found = candidates(id).find(file => existsSync(file));
  return found === undefined ? undefined : readFileSync(found, 'utf8');
}
