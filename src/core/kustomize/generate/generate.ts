import { markMade, ownActor, type Actor } from '../build-metadata.ts';
import type { BuildContext } from '../context.ts';
import type { GeneratorEntry } from '../kustomization.ts';
import type { ObjectList } from '../object-list.ts';
import { absorb } from './absorb.ts';
import { makeObject } from './make-object.ts';

/** An entry of `configMapGenerator` or `secretGenerator`. */
export function generate(objects: ObjectList, entry: GeneratorEntry, context: BuildContext, actor: Actor = ownActor(context, `${entry.kind}Generator`)): void {
  const object = makeObject(entry, context);
  if (!object) return;
  markMade(object, actor, context);
  absorb(objects, object, entry.behavior?.at ?? entry.name?.at ?? entry.at, context);
}
