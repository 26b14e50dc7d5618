/** One flag of the command line. The table makes the parser, `--help` and the README. */
export interface OptionSpec {
  readonly short?: string;
  /** Placeholder of its value; a flag without one is a switch. */
  readonly value?: string;
  readonly repeatable?: boolean;
  /** What it does, in a sentence without a stop. */
  readonly about: string;
  /** Commands that take it; all where it is absent. */
  readonly commands?: readonly CommandName[];
}

export const COMMAND_NAMES = ['lint', 'rules', 'explain', 'init', 'admit', 'endpoints', 'describe', 'routes', 'graph', 'build', 'completion'] as const;
export type CommandName = (typeof COMMAND_NAMES)[number];

const reading = ['lint', 'admit', 'endpoints', 'describe', 'routes', 'graph'] as const;
const linting = ['lint'] as const;

export const OPTIONS = {
  format: {
    short: 'f',
    value: 'FORMAT',
    about:
      'Format of stdout: stylish (default), compact, json, sarif, github, gitlab, junit, checkstyle, markdown or html; html (default), svg, dot, mermaid or json of graph; text or json elsewhere',
    commands: ['lint', 'rules', 'admit', 'endpoints', 'describe', 'routes', 'graph'],
  },
  output: { short: 'o', value: 'FORMAT=FILE', repeatable: true, about: 'Also write the report to a file', commands: ['lint', 'graph'] },
  'fail-on': { value: 'SEVERITY', about: 'Lowest severity that exits with 1: error (default), warning, info or never', commands: linting },
  fix: { about: 'Apply the safe fixes to the files', commands: linting },
  'fix-unsafe': { about: 'Apply the unsafe fixes too: guesses that a person has to confirm', commands: linting },
  'fix-dry-run': { about: 'Write no file: print what --fix would change as a unified diff', commands: linting },
  staged: { about: "Lint git's index and report what the staged change touches or causes", commands: linting },
  since: { value: 'REF', about: 'Report what the changes since a commit or branch touch or cause', commands: linting },
  baseline: { value: 'FILE', about: 'Hide the findings that this file lists, and say which of them are gone', commands: linting },
  'update-baseline': { about: 'Write the findings of this run into the baseline: FILE, or .svclint-baseline.json', commands: linting },
  plugin: { value: 'FILE', repeatable: true, about: 'Load rules from a module and run its code', commands: ['lint', 'rules', 'explain'] },
  'allow-plugins': { about: 'Run the code of the plugins that the configuration names', commands: ['lint', 'rules', 'explain'] },
  'sarif-category': { value: 'NAME', about: 'Category of the SARIF run, to keep several uploads of a commit apart', commands: linting },
  'sarif-suppressed': { about: 'Keep suppressed and known findings in SARIF, with their justification', commands: linting },
  config: { short: 'c', value: 'FILE', about: 'Read this configuration and no other one', commands: reading },
  complete: { about: 'Nothing else exists in the cluster, so what is absent is missing', commands: reading },
  'kubernetes-version': { value: 'MINORS', about: 'Minor or range of the cluster, as 1.34 or 1.33-1.36', commands: reading },
  platform: { value: 'NAME', about: 'Where the cluster runs, as kind, k3s or eks', commands: reading },
  'node-port-range': { value: 'RANGE', about: "The API server's node ports, as 30000-32767", commands: reading },
  nodes: { value: 'NUMBER', about: 'Nodes that take the pods of a DaemonSet', commands: ['endpoints', 'describe'] },
  url: { value: 'URL', about: 'Explain one request hop by hop; exit with 1 if it ends before a pod', commands: ['routes'] },
  focus: { value: 'NAME', about: 'Draw only what is connected with the objects of this name', commands: ['graph'] },
  provenance: { about: 'Say in comments which file and line each value comes from', commands: ['build'] },
  'load-restrictor': {
    value: 'NAME',
    about: 'LoadRestrictionsRootOnly (default), or LoadRestrictionsNone for files outside of their kustomization',
    commands: ['build'],
  },
  preset: { value: 'NAME', repeatable: true, about: 'Rules that are on: recommended (default), strict, security …', commands: ['lint', 'rules'] },
  rule: { value: 'ID=LEVEL', repeatable: true, about: 'Level of a rule: off, info, warning or error', commands: linting },
  category: { value: 'NAME', repeatable: true, about: 'Only rules of this category', commands: ['rules'] },
  severity: { value: 'SEVERITY', repeatable: true, about: 'Only rules of this severity', commands: ['rules'] },
  'stdin-filename': { value: 'PATH', about: 'Name of what is read from stdin (-)', commands: reading },
  'no-ignore': { about: 'Read what ignore files and the configuration leave out', commands: reading },
  'no-helm': { about: 'Leave charts alone: helm is not started', commands: reading },
  'no-suppressions': { about: 'Show what comments and annotations hide', commands: linting },
  'no-annotations': { about: 'Write no workflow commands inside GitHub Actions', commands: linting },
  quiet: { short: 'q', about: 'Show errors only', commands: linting },
  verbose: { short: 'v', about: 'Show all: every undecided place, every example of a page', commands: ['lint', 'explain'] },
  color: { about: 'Colour, also off a terminal' },
  'no-color': { about: 'No colour' },
  help: { short: 'h', about: 'Show this help' },
  version: { about: 'Show the version' },
} as const satisfies Readonly<Record<string, OptionSpec>>;

export type OptionName = keyof typeof OPTIONS;

export function isOptionName(name: string): name is OptionName {
  return Object.hasOwn(OPTIONS, name);
}

export function specOf(name: OptionName): OptionSpec {
  return OPTIONS[name];
}

/** Names of the flags that a command takes, in the order of the table. */
export function optionsOf(command: CommandName): readonly OptionName[] {
  return Object.keys(OPTIONS)
    .filter(isOptionName)
    .filter(name => specOf(name).commands?.includes(command) ?? true);
}

/** `-f, --format FORMAT` */
export function renderFlag(name: OptionName): string {
  const { short, value } = specOf(name);
  return `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;
}
