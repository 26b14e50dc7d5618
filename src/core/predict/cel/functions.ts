import { AUTHORIZATION } from './library/authorizer.ts';
import { BASICS } from './library/basics.ts';
import { FORMAT_FUNCTIONS } from './library/format.ts';
import { KUBERNETES } from './library/kubernetes.ts';
import { LISTS } from './library/lists.ts';
import { NETWORK } from './library/network.ts';
import { OPERATORS } from './library/operators.ts';
import { STRINGS } from './library/strings.ts';
import { TIME } from './library/time.ts';
import type { Overload } from './overload.ts';

/** Every function that the API server's expressions may call: the language's own, its extensions, and those of Kubernetes. */
const ALL: readonly Overload[] = [...OPERATORS, ...BASICS, ...STRINGS, ...LISTS, ...TIME, ...KUBERNETES, ...NETWORK, ...FORMAT_FUNCTIONS, ...AUTHORIZATION];

let byName: ReadonlyMap<string, readonly Overload[]> | undefined;

function index(): ReadonlyMap<string, readonly Overload[]> {
  const overloads = new Map<string, Overload[]>();
  for (const overload of ALL) {
    const held = overloads.get(overload.name);
    if (held) held.push(overload);
    else overloads.set(overload.name, [overload]);
  }
  return overloads;
}

const NONE: readonly Overload[] = [];

/** All signatures under a name; none where there is no such function. */
export function overloadsOf(name: string): readonly Overload[] {
  return (byName ??= index()).get(name) ?? NONE;
}
