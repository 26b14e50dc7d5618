import { defineRule, findContainer, fixOf, labelOf, setScalar, valueOf, type Cursor, type Refusal } from '../../src/core/api.ts';

interface Named {
  readonly name?: string;
}

interface Containers {
  readonly containers?: Named[];
  readonly initContainers?: Named[];
}

/** All containers of the pod, in the order in which the server looks at their names. */
function containersOf(cursor: Cursor<unknown>): readonly Cursor<Named>[] {
  const spec = findContainer(cursor)?.parent?.parent?.as<Containers>();
  return spec ? [...spec.get('containers').items(), ...spec.get('initContainers').items()] : [];
}

function freeName(name: string, taken: ReadonlySet<string | undefined>): string {
  for (let number = 2; ; number++) {
    const proposal = `${name.slice(0, 60)}-${String(number)}`;
    if (!taken.has(proposal)) return proposal;
  }
}

export default defineRule({
  id: 'container-name-duplicated',
  title: 'Two containers of a pod have the same name, so the API server refuses the pod',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['container/name-duplicated'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'object',
  variants: { duplicated: 'error' },
  facts: ['S-187'],

  *check({ resource, cause }: Refusal) {
    const name = valueOf(cause.cursor.string()) ?? '';
    const names = containersOf(cause.cursor).map(container => container.get('name'));
    const first = names.find(other => valueOf(other.string()) === name);
    const proposal = freeName(name, new Set(names.map(other => valueOf(other.string()))));
    yield {
      variant: 'duplicated',
      message: `Two containers of ${labelOf(resource)} are named "${name}", so the API server refuses it`,
      at: cause.at,
      help: 'Give each container and init container of the pod a name of its own',
      related: first ? [{ at: first.at, note: 'the first container of this name' }] : [],
      fixes: fixOf(`Rename the second container to ${proposal}`, 'unsafe', setScalar(cause.at, proposal)),
    };
  },
});
