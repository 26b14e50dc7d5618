import type { Change } from '../../yaml/origin.ts';
import { isNull, type YamlNode } from '../node.ts';

const LONGEST = 40;

function noteOf(was: YamlNode, now: YamlNode): string {
  if (was.kind !== 'scalar') return `this ${was.kind === 'map' ? 'mapping' : 'list'} is replaced by a patch`;
  if (now.kind === 'scalar' && now.text === was.text) return 'a patch sets it to the value that it had';
  const text = was.text.length > LONGEST || was.text.includes('\n') ? '' : ` "${was.text}"`;
  return text === '' ? 'a patch replaces it' : `a patch replaces${text}`;
}

/** The patch wrote the value, and the place where it was written before is kept as what was there (section 4 of the facts). */
export function adopt(now: YamlNode, was: YamlNode | undefined): YamlNode {
  if (was === undefined || was === now || isNull(was)) return now;
  const change: Change = { at: was.origin.at, note: noteOf(was, now) };
  now.origin = { at: now.origin.at, changes: [...was.origin.changes, change, ...now.origin.changes] };
  return now;
}
