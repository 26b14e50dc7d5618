import type { Cluster } from '../model/cluster.ts';
import type { Container } from '../model/pod.ts';
import { Cursor } from '../yaml/cursor.ts';
import { valueOf } from '../yaml/field.ts';
import type { YamlDocument } from '../yaml/source-file.ts';

/** A `$(NAME)` in a container that nothing replaces, so that the process sees it as it stands (S-240). */
export interface UndefinedReference {
  readonly name: string;
  readonly at: Cursor<string>;
  /** A variable of that name comes later, which does not count in the environment. */
  readonly later: Cursor<unknown> | undefined;
}

/** Upper-case names only: `$(date)` and `$(hostname)` are commands for a shell. `$$(NAME)` stands for itself. */
const REFERENCE = /\$\$|\$\(([A-Z][A-Z0-9_]+)\)/g;

/** Variables that Services of the namespace bring. */
const OF_SERVICE = /_(?:SERVICE_HOST|SERVICE_PORT(?:_\w+)?|PORT(?:_\d+_(?:TCP|UDP|SCTP)(?:_\w+)?)?)$/;

/** A script or pipeline, where the shell gives `$( )` a meaning of its own. */
const SHELL = /[\n;|&`]/;

function referencesIn(at: Cursor<string>): readonly string[] {
  const text = at.text ?? '';
  if (SHELL.test(text)) return [];
  return [...text.matchAll(REFERENCE)].flatMap(([, name]) => (name === undefined || OF_SERVICE.test(name) ? [] : [name]));
}

/** `vars` of kustomize are written in the same way; of a set with gaps one may be missing. */
function replacesVariables(document: YamlDocument): boolean {
  return Cursor.root(document)?.get('vars').isPresent === true;
}

/** References of a container to variables that are not defined, or not yet. Nothing is known where variables come from elsewhere. */
export function* findUndefinedReferences({ body }: Container, cluster: Cluster): Iterable<UndefinedReference> {
  const [env, envFrom] = [body.get('env'), body.get('envFrom')];
  if (body.isOpen || env.isOpen || envFrom.isOpen || envFrom.items().length > 0 || (cluster.isOpen && cluster.kustomizations.some(replacesVariables))) return;
  const variables = env.items();
  if (variables.some(variable => variable.isOpen || valueOf(variable.get('name').string()) === undefined)) return;
  const names = variables.map(variable => valueOf(variable.get('name').string()) ?? '');
  for (const [index, variable] of variables.entries()) {
    const before = new Set(names.slice(0, index));
    for (const name of referencesIn(variable.get('value'))) {
      const later = variables.slice(index).find(other => valueOf(other.get('name').string()) === name);
      if (!before.has(name) && later !== variable) yield { name, at: variable.get('value'), later };
    }
  }
  const all = new Set(names);
  for (const at of [...body.get('command').items(), ...body.get('args').items()]) {
    for (const name of referencesIn(at)) if (!all.has(name)) yield { name, at, later: undefined };
  }
}
