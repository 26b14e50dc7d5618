import { valueOf } from '../yaml/field.ts';
import type { Place } from '../yaml/place.ts';
import type { Container } from './pod.ts';

/** `container "web"`, as it stands within a sentence. */
export function containerLabelOf(container: Container): string {
  const name = valueOf(container.name);
  return name === undefined ? 'a container' : `container "${name}"`;
}

/** `Container "web"`, as it starts a sentence. */
export function containerSubjectOf(container: Container): string {
  return containerLabelOf(container).replace(/^a ?c|^c/, start => start.charAt(0).toUpperCase() + start.slice(1));
}

/** Where a reader recognizes the container: its name, else its image or itself. */
export function containerPlaceOf(container: Container): Place {
  return container.name.state === 'absent' ? container.body.get('image').at : container.name.at;
}
