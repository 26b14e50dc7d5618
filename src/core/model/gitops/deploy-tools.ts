import { baseNameOf, directoryOf } from '../../text/path.ts';
import { Cursor } from '../../yaml/cursor.ts';
import type { SourceFile, YamlDocument } from '../../yaml/source-file.ts';

/** A file that tells Skaffold or helmfile what to apply. What it changes on the way is not read. */
export interface DeployTool {
  readonly tool: 'Skaffold' | 'helmfile';
  /** The file; of a folder `helmfile.d`, the folder. */
  readonly path: string;
  /** What of it is not applied here, as the subject of a sentence: nothing where all that it applies is linted where it stands. */
  readonly unread: readonly string[];
}

/** `skaffold/v2beta29` and later put under `manifests` what older ones have under `deploy`. */
function deployersOf(body: Cursor): readonly Cursor[] {
  const configurations = [body, ...body.get('profiles').items()];
  return configurations.flatMap(each => [each.get('manifests'), each.get('deploy')]);
}

function unreadOfSkaffold(body: Cursor): string[] {
  const deployers = deployersOf(body);
  const isUsed = (...fields: readonly string[]): boolean => deployers.some(deployer => fields.some(field => deployer.get(field).isPresent));
  const isMade = body.get('build').get('artifacts').items().length > 0;
  return [
    ...(isUsed('helm') ? ['Helm releases'] : []),
    ...(isUsed('kpt') ? ['kpt packages'] : []),
    ...(isUsed('transform') ? ['transformers'] : []),
    ...(body.get('requires').items().length > 0 ? ['required configurations'] : []),
    ...(body.get('profiles').items().length > 0 ? ['profiles'] : []),
    ...(isMade ? ['names of built images'] : []),
  ];
}

function isSkaffold(body: Cursor): boolean {
  return body.get('kind').text === 'Config' && (body.get('apiVersion').text ?? '').startsWith('skaffold/');
}

function readSkaffold(documents: readonly YamlDocument[], path: string): DeployTool[] {
  const found = documents.flatMap(document => {
    const body = Cursor.root(document);
    return body && isSkaffold(body) ? [unreadOfSkaffold(body)] : [];
  });
  return found.length === 0 ? [] : [{ tool: 'Skaffold', path, unread: [...new Set(found.flat())] }];
}

/** `helmfile.yaml`, also as a template, or a file of a folder `helmfile.d`. */
const HELMFILE = /^helmfile(?:\.[\w-]+)?\.ya?ml(?:\.gotmpl)?$/;

function readHelmfile(path: string): DeployTool[] {
  const directory = directoryOf(path);
  const isPart = baseNameOf(directory) === 'helmfile.d';
  return isPart || HELMFILE.test(baseNameOf(path)) ? [{ tool: 'helmfile', path: isPart ? directory : path, unread: ['releases'] }] : [];
}

/** Files of Skaffold and helmfile among those that were read, each folder `helmfile.d` once. */
export function findDeployTools(files: readonly SourceFile[]): readonly DeployTool[] {
  const found = new Map<string, DeployTool>();
  for (const { path, documents } of files) {
    for (const each of [...readHelmfile(path), ...readSkaffold(documents, path)]) if (!found.has(each.path)) found.set(each.path, each);
  }
  return [...found.values()];
}

/** `Skaffold: Helm releases and profiles are not read`: the same for files alike, so that a notice names them together. */
export function renderDeployTool({ tool, unread }: DeployTool): string | undefined {
  const [last, ...before] = [...unread].reverse();
  if (last === undefined) return undefined;
  const parts = before.length === 0 ? last : `${before.reverse().join(', ')} and ${last}`;
  return `${tool}: ${parts} are not read`;
}
