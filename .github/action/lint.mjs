import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

// One run of svclint inside GitHub Actions: log and annotations to stdout, SARIF where it is asked for, the job summary, and the counts as outputs.

const { env } = process;
const input = name => env[`INPUT_${name}`] ?? '';
const workspace = env.GITHUB_WORKSPACE || process.cwd();
const cwd = resolve(workspace, input('WORKING_DIRECTORY'));
const folder = mkdtempSync(join(env.RUNNER_TEMP || tmpdir(), 'svclint-'));
const reports = { markdown: join(folder, 'svclint.md'), json: join(folder, 'svclint.json') };

/** A flag is no error of the manifests: what is wrong with it is told as svclint tells it. */
function stop(problem) {
  console.error(`svclint: ${problem}`);
  process.exit(2);
}

/** Words as a shell would see them, of which nothing is expanded. */
function wordsOf(text) {
  const words = [];
  const pattern = /\s+|((?:[^\s'"]|'[^']*'|"[^"]*")+)|(['"])/gy;
  for (const [, word, quote] of text.matchAll(pattern)) {
    if (quote !== undefined) stop(`input "args" has a ${quote} that nothing closes`);
    if (word !== undefined) words.push(word.replaceAll(/'([^']*)'|"([^"]*)"/g, (_, single, double) => single ?? double));
  }
  return words;
}

function argumentsOf() {
  // JSON comes last: where it stands, the others were written.
  const outputs = Object.entries({ sarif: input('SARIF'), ...reports }).filter(([, file]) => file !== '');
  return [
    'lint',
    ...(input('FAIL_ON') === '' ? [] : [`--fail-on=${input('FAIL_ON')}`]),
    ...(input('BASELINE') === '' ? [] : [`--baseline=${input('BASELINE')}`]),
    ...outputs.map(([format, file]) => `--output=${format}=${file}`),
    ...wordsOf(input('ARGS')),
    // A path is a path: the name of a changed file must not become a flag.
    '--',
    ...input('PATHS')
      .split(/\r?\n/)
      .filter(path => path.trim() !== ''),
  ];
}

/** Paths are told from the workspace, as other actions read them. */
function fromWorkspace(file) {
  const path = relative(workspace, resolve(cwd, file));
  return path.startsWith('..') || isAbsolute(path) ? resolve(cwd, file) : path;
}

function setOutputs(outputs) {
  // A delimiter that nobody can guess: a file name may hold lines.
  const delimiter = randomUUID();
  const lines = Object.entries(outputs).map(([name, value]) => `${name}<<${delimiter}\n${value}\n${delimiter}\n`);
  if (env.GITHUB_OUTPUT) appendFileSync(env.GITHUB_OUTPUT, lines.join(''));
}

if (!existsSync(cwd)) stop(`working-directory "${input('WORKING_DIRECTORY')}" does not exist`);
const program = fileURLToPath(new URL('../../dist/svclint.cjs', import.meta.url));
const { status, error } = spawnSync(process.execPath, [program, ...argumentsOf()], { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
if (error) throw error;

// A run that did not start has written no report, and a SARIF file there is one of another run.
if (existsSync(reports.json)) {
  const { summary } = JSON.parse(readFileSync(reports.json, 'utf8'));
  setOutputs({
    errors: summary.error,
    warnings: summary.warning,
    infos: summary.info,
    suppressed: summary.suppressed,
    ...reports,
    ...(input('SARIF') === '' ? {} : { sarif: fromWorkspace(input('SARIF')) }),
  });
  if (env.GITHUB_STEP_SUMMARY) appendFileSync(env.GITHUB_STEP_SUMMARY, readFileSync(reports.markdown));
}
process.exitCode = status ?? 3;
