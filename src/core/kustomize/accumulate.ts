import { joinPath } from '../text/path.ts';
import { trailTo } from './build-metadata.ts';
import { accumulateResources, refuseDirectory, takeResource } from './accumulate-resources.ts';
import { emptyConfiguration, fail, type BuildContext, type BuildRun, type FieldConfiguration, type RegisteredVar } from './context.ts';
import { mergeConfiguration } from './field-configuration.ts';
import type { Kustomization, Text } from './kustomization.ts';
import { missingAnswer, nearPath, unreached } from './locate-file.ts';
import { ObjectList } from './object-list.ts';
import { openKustomization } from './open-kustomization.ts';
import { isRemoteBase } from './remote.ts';
import { STEPS } from './steps.ts';
import { generateAll, transformAll } from './transform-all.ts';

const DEPRECATIONS: Readonly<Record<string, string>> = {
  bases: "'bases' is deprecated. Please use 'resources' instead.",
  commonLabels: "'commonLabels' is deprecated. Please use 'labels' instead.",
  imageTags: "'imageTags' is deprecated. Please use 'images' instead.",
  patchesJson6902: "'patchesJson6902' is deprecated. Please use 'patches' instead.",
  patchesStrategicMerge: "'patchesStrategicMerge' is deprecated. Please use 'patches' instead.",
  vars: "'vars' is deprecated. Please use 'replacements' instead. [EXPERIMENTAL]",
};

function warn(run: BuildRun, { deprecated }: Kustomization): void {
  for (const { value } of deprecated) {
    run.warnings.push(`# Warning: ${DEPRECATIONS[value] ?? ''} Run 'kustomize edit fix' to update your Kustomization automatically.`);
  }
}

/** Deeper than any overlay, and shallow enough for the stack. */
const MAX_DEPTH = 100;
/** More than any build takes in: bases that each take another one twice double with every step. */
const MOST_KUSTOMIZATIONS = 5000;

/** What a kustomization shares with the one that it is a part of: a component all, a base nothing. */
interface Shared {
  readonly configuration: FieldConfiguration;
  readonly vars: RegisteredVar[];
}

/** What a kustomization is told by the one that takes it in. */
type Above = Pick<BuildContext, 'chain' | 'say' | 'trail' | 'buildMetadata'>;

/** The context of a kustomization in the place where it is taken in. */
export function contextOf(run: BuildRun, kustomization: Kustomization, above?: Above, shared?: Shared): BuildContext {
  run.kustomizations.push(kustomization);
  warn(run, kustomization);
  const { directory } = kustomization;
  return {
    ...run,
    directory,
    kustomization,
    configuration: shared?.configuration ?? emptyConfiguration(),
    vars: shared?.vars ?? [],
    chain: [...(above?.chain ?? []), run.files.real(directory) ?? directory],
    say: above?.say ?? (answer => answer),
    trail: above?.trail ?? '',
    buildMetadata: above?.buildMetadata ?? kustomization.buildMetadata,
    takeResource: (inner, objects, entry) => takeResource(inner, objects, entry, buildBase),
  };
}

/** Why no more kustomizations are taken in. */
function limitOf({ chain, kustomizations }: BuildContext): string | undefined {
  if (chain.length > MAX_DEPTH) return `kustomizations stand more than ${String(MAX_DEPTH)} deep in each other`;
  return kustomizations.length >= MOST_KUSTOMIZATIONS ? `more than ${String(MOST_KUSTOMIZATIONS)} kustomizations are taken in` : undefined;
}

/** Opens the kustomization that an entry names; its faults are those of the entry, in the words of kustomize. */
function open(context: BuildContext, entry: Text, { path, say }: { readonly path: string; readonly say: BuildContext['say'] }): Kustomization | undefined {
  const limit = limitOf(context);
  if (limit !== undefined) {
    fail(context, { kind: 'resource-deep', answer: say(`${path} is not built: ${limit}`), at: entry.at, subject: entry.value });
    return undefined;
  }
  const { kustomization, faults } = openKustomization(context, path, entry.at);
  for (const fault of faults) {
    const answer = say(`couldn't make target for path '${path}': ${fault.answer}`);
    context.faults.add({ ...fault, answer: context.say(answer) });
  }
  return kustomization;
}

/** A directory in `resources`: accumulated with a list of its own (K-030). */
function buildBase(context: BuildContext, entry: Text, path: string): ObjectList | undefined {
  const say = (answer: string): string =>
    `accumulating resources: accumulation err='accumulating resources from '${entry.value}': '${path}' must resolve to a file': ${answer}`;
  const kustomization = open(context, entry, { path, say });
  if (!kustomization) return undefined;
  if (kustomization.isComponent) {
    fail(context, { kind: 'component-kind', answer: say(`expected kind != 'Component' for path '${path}'`), at: entry.at, subject: entry.value });
    return undefined;
  }
  const inner = contextOf(context, kustomization, {
    ...context,
    trail: trailTo(context, entry.value),
    say: answer => context.say(say(`recursed accumulation of path '${path}': ${answer}`)),
  });
  const objects = new ObjectList();
  accumulate(inner, objects);
  mergeConfiguration(inner.configuration, context, answer => say(`recursed merging from path '${path}': ${answer}`));
  context.vars.push(...inner.vars);
  return objects;
}

/** A component continues with the objects, the configuration and the vars of the kustomization that names it (K-034). */
function takeComponent(context: BuildContext, objects: ObjectList, entry: Text): void {
  const path = joinPath(context.directory, entry.value);
  const kind = context.files.kindOf(path);
  const say = (answer: string): string => `accumulating components: ${answer}`;
  const report = (fault: Pick<Parameters<typeof fail>[1], 'kind' | 'answer' | 'near'>): void =>
    fail(context, { ...fault, answer: say(fault.answer), at: entry.at, subject: entry.value });
  if (isRemoteBase(entry.value)) report({ kind: 'remote', answer: `the component is not fetched: ${entry.value}` });
  else if (kind === 'unknown') {
    const { kind: why, answer } = unreached(context, path, false);
    report({ kind: why, answer: `loader.New "${answer}"` });
  } else if (kind === 'absent') {
    const near = nearPath(context, entry.value, path);
    const answer = `loader.New "must build at directory: not a valid directory: ${missingAnswer(path)}"`;
    report({ kind: 'resource-missing', answer, ...(near !== undefined && { near }) });
  } else if (kind === 'file') {
    report({ kind: 'resource-unreadable', answer: `loader.New "must build at directory: '${path}': file is not directory"` });
  } else {
    const refused = refuseDirectory(context, entry.value, path);
    if (refused) report({ kind: refused.kind, answer: `loader.New "${refused.answer}"` });
    else enterComponent(context, objects, entry, path);
  }
}

function enterComponent(context: BuildContext, objects: ObjectList, entry: Text, path: string): void {
  const say = (answer: string): string => `accumulating components: accumulateDirectory: "${answer}"`;
  const kustomization = open(context, entry, { path, say });
  if (!kustomization) return;
  if (!kustomization.isComponent) {
    const answer = say(`expected kind 'Component' for path '${path}' but got 'Kustomization'`);
    fail(context, { kind: 'component-kind', answer, at: entry.at, subject: entry.value });
    return;
  }
  const inner = (answer: string): string => context.say(say(`recursed accumulation of path '${path}': ${answer}`));
  const above = { ...context, trail: trailTo(context, entry.value), say: inner };
  accumulate(contextOf(context, kustomization, above, context), objects);
}

/** Builds one kustomization into a list: the order of its steps is fixed (K-030). */
export function accumulate(context: BuildContext, objects: ObjectList): void {
  STEPS.readOpenApi(context);
  accumulateResources(context, objects, buildBase);
  STEPS.readConfigurations(context);
  STEPS.readCrds(context);
  generateAll(context, objects, STEPS);
  for (const entry of context.kustomization.components) takeComponent(context, objects, entry);
  transformAll(context, objects, STEPS);
  STEPS.runValidators(objects, context.kustomization.validators, context);
  STEPS.registerVars(objects, context);
}
