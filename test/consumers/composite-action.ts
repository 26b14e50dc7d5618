import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { say } from './git-scene.ts';

interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly shell?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

export function readAction(folder: string): Action {
  return parse(readFileSync(path.join(folder, 'action.yml'), 'utf8')) as Action;
}

/** Values as expressions know them: `inputs.paths`, `steps.lint.outputs.errors`. */
type Context = Map<string, string>;

/** Every expression that the action may use is a name, or a comparison of one with a text. */
function evaluate(expression: string, context: Context): string {
  const [, name = '', operator, text] = /^([\w.-]+)(?: (!=) '([^']*)')?$/.exec(expression.trim()) ?? [];
  if (name === '') throw new Error(`the expression "${expression}" is more than a runner of tests knows`);
  const value = context.get(name) ?? '';
  return operator === undefined ? value : String(value !== text);
}

function substitute(text: string, context: Context): string {
  return text.replaceAll(/\$\{\{(.*?)\}\}/g, (_, expression: string) => evaluate(expression, context));
}

/** Reads what a step has written into GITHUB_OUTPUT, as a runner does: `name=value`, or lines up to a delimiter. */
function readOutputs(text: string): [string, string][] {
  const outputs: [string, string][] = [];
  const lines = text.split('\n');
  while (lines.length > 0) {
    const line = lines.shift() ?? '';
    const [, name = '', mark, rest = ''] = /^([\w-]+)(=|<<)(.*)$/.exec(line) ?? [];
    if (line === '') continue;
    if (name === '') throw new Error(`a runner refuses the output "${line}"`);
    const end = lines.indexOf(rest);
    if (mark === '<<' && end < 0) throw new Error(`nothing ends the output "${name}"`);
    outputs.push([
      name,
      mark === '='
        ? rest
        : lines
            .splice(0, end + 1)
            .slice(0, -1)
            .join('\n'),
    ]);
  }
  return outputs;
}

export interface ActionRun {
  /** Exit code of the step that failed, or 0. */
  readonly code: number | null;
  /** What the steps printed, stdout and stderr. */
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** The actions of others that it would have run. */
  readonly uses: readonly string[];
}

export interface Job {
  /** Where the action is checked out. */
  readonly action: string;
  readonly workspace: string;
  /** A folder for what lasts as long as the job. */
  readonly temp: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Runs the steps of a composite action with the given inputs, as a runner of GitHub Actions would. Actions of others are not run, only named. */
export function runAction({ action, workspace, temp, env }: Job, inputs: Readonly<Record<string, string>> = {}): ActionRun {
  const { inputs: known, outputs, runs } = readAction(action);
  const context: Context = new Map(Object.entries(known).map(([name, { default: value }]) => [`inputs.${name}`, inputs[name] ?? value ?? '']));
  const folder = mkdtempSync(path.join(temp, 'step-'));
  const files = { GITHUB_OUTPUT: path.join(folder, 'output'), GITHUB_STEP_SUMMARY: path.join(folder, 'summary.md') };
  const job = { ...env, CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_ACTION_PATH: action, GITHUB_WORKSPACE: workspace, RUNNER_TEMP: temp, ...files };
  const uses: string[] = [];
  let log = '';
  let code: number | null = 0;
  for (const file of Object.values(files)) writeFileSync(file, '');
  for (const [index, step] of runs.steps.entries()) {
    if (step.if !== undefined && evaluate(step.if, context) !== 'true') continue;
    if (step.uses !== undefined) uses.push(step.uses);
    if (step.run === undefined) continue;
    if (step.shell !== 'bash') throw new Error(`step ${String(index)} names no shell, which a composite action has to`);
    const script = path.join(folder, `${String(index)}.sh`);
    writeFileSync(script, substitute(step.run, context));
    writeFileSync(files.GITHUB_OUTPUT, '');
    const own = Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, substitute(value, context)]));
    const said = say(['bash', '--noprofile', '--norc', '-eo', 'pipefail', script], workspace, { ...job, ...own });
    log += said.text;
    for (const [name, value] of readOutputs(readFileSync(files.GITHUB_OUTPUT, 'utf8'))) context.set(`steps.${step.id ?? ''}.outputs.${name}`, value);
    code = said.code;
    if (code !== 0) break;
  }
  const told = Object.entries(outputs).map(([name, { value }]): [string, string] => [name, substitute(value, context)]);
  return { code, log, outputs: Object.fromEntries(told), summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'), uses };
}
