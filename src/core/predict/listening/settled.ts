import type { Container } from '../../model/pod.ts';
import type { Cursor } from '../../yaml/cursor.ts';
import { valueOf } from '../../yaml/field.ts';
import { isPlaceholder } from '../../yaml/mask.ts';

/** `$(NAME)`, which the kubelet fills in from the container's own variables. */
const REFERENCE = /\$\(([A-Za-z_][\w.-]*)\)/g;

function isHidden(value: Cursor<unknown>, variables: ReadonlySet<string>): boolean {
  if (value.isUnknown || (value.isPresent && !value.isScalar)) return true;
  const { text = '' } = value;
  // A script has variables of its own; nobody fills them in before the shell does.
  if (/\s/.test(text.trim()) && !/\{\{|\uE000/.test(text)) return false;
  return isPlaceholder(text.replaceAll(REFERENCE, (reference, name: string) => (variables.has(name) ? '' : reference)));
}

/** Whether all that a container is told by its command line and its variables is shown: no placeholder stands for a part of it. */
export function isSettled({ body }: Container): boolean {
  const env = body.get('env').items();
  const lists = [body.get('command'), body.get('args'), body.get('env')];
  if (body.isOpen || lists.some(list => list.isUnknown || (list.isPresent && !list.isList))) return false;
  const variables = new Set(env.map(variable => valueOf(variable.get('name').string()) ?? ''));
  const texts: readonly Cursor<unknown>[] = [...body.get('command').items(), ...body.get('args').items()];
  if (texts.some(text => isHidden(text, variables)) || env.some(variable => isHidden(variable.get('value'), variables) || variable.isOpen)) return false;
  return env.every(variable => variable.get('name').string().state === 'known');
}
