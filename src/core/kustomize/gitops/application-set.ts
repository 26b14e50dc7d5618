import { applicationSetSpecOf } from '../../model/gitops/argo.ts';
import { labelOf, readResource, type Resource } from '../../model/resource.ts';
import { Cursor } from '../../yaml/cursor.ts';
import type { Place } from '../../yaml/place.ts';
import type { Untyped } from '../../yaml/untyped.ts';
import { expandGenerator, fill, MOST_APPLICATIONS, type Parameters } from './application-set-generators.ts';
import type { Repository } from './repository.ts';
import { rewrite, writtenPlaceOf, type AddedEntry } from './rewrite.ts';

function applicationOf(set: Resource, parameters: Parameters | undefined): Resource | undefined {
  const template = applicationSetSpecOf(set).get('template');
  const note = (at: Place): { at: Place; note: string } => ({ at: writtenPlaceOf(at), note: `the template of ${labelOf(set)} is filled here` });
  const head = (key: 'apiVersion' | 'kind', value: string): AddedEntry => ({ key, value, ...note(set.body.get('kind').at) });
  const document = rewrite(template.as<Untyped>(), {
    added: new Map([[template.path, [head('apiVersion', 'argoproj.io/v1alpha1'), head('kind', 'Application')]]]),
    edit: ({ text, at }) => {
      if (!parameters || !text.includes('{{')) return undefined;
      const filled = fill(text, parameters);
      return filled === text ? undefined : { source: JSON.stringify(filled), changes: [note(at)] };
    },
  });
  const body = document && Cursor.root(document);
  return body && readResource(body);
}

/** The Applications that an ApplicationSet makes (F-7), as far as what fills it is among the files; one with its placeholders for all others. */
export function expandApplicationSet(set: Resource, repository: Repository): readonly Resource[] {
  const spec = applicationSetSpecOf(set);
  // What a patch puts into the template is a template of its own.
  const generators = spec.get('templatePatch').isPresent ? [] : spec.get('generators').items();
  const filled = generators.flatMap((generator): readonly (Parameters | undefined)[] => expandGenerator(generator.as(), repository) ?? [undefined]);
  const applications = (filled.length === 0 ? [undefined] : filled).slice(0, MOST_APPLICATIONS);
  return applications.flatMap(parameters => applicationOf(set, parameters) ?? []);
}
