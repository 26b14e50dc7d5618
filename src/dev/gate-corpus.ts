import { readText, writeStale } from './generated-file.ts';
import { readRows, runSharedTool } from './shared-tool.ts';

const FIELDS = ['repo', 'set', 'path', 'line', 'rule', 'message'] as const;
const RECORD = 'test/corpus/errors.tsv';
const KINDS = ['yes', 'part', '?'];

/**
 * Errors on manifests that well-known projects run are presumed false until somebody has read the files.
 * The record holds those that were read and found genuine; any other one fails the gate, and so does one that is gone.
 */
function findErrors(): string[] {
  const rows = KINDS.flatMap(kind => readRows(runSharedTool('run-corpus.mjs', 'corpus', ['--severity', 'error', '--complete', kind]), FIELDS));
  return [...new Set(rows.map(({ repo, path, line, rule, message }) => [repo, `${path}:${line}`, rule, message].join('\t')))].sort();
}

const found = findErrors();
const text = ['repository\tplace\trule\tmessage', ...found].map(line => `${line}\n`).join('');
if (process.env['UPDATE'] === '1') for (const path of writeStale([{ path: RECORD, text }])) process.stdout.write(`written: ${path}\n`);

const recorded = (readText(RECORD) ?? '').split('\n').slice(1).filter(Boolean);
const added = found.filter(line => !recorded.includes(line));
const gone = recorded.filter(line => !found.includes(line));
for (const line of added) process.stdout.write(`new error: ${line}\n`);
for (const line of gone) process.stdout.write(`error is gone: ${line}\n`);
process.stdout.write(`${String(found.length)} errors, ${String(added.length)} not in ${RECORD}, ${String(gone.length)} gone\n`);
process.exitCode = added.length + gone.length === 0 ? 0 : 1;
