import type { Resource } from '../model/resource.ts';
import { readPodTemplates } from '../model/pod-template.ts';
import { valueOf } from '../yaml/field.ts';
import type { Cursor } from '../yaml/cursor.ts';

/** A field that holds text only, so that the API server does not decode a number or boolean there (S-003). */
export interface TextField {
  /** `label "app"`, `variable "PORT"`. */
  readonly what: string;
  readonly value: Cursor;
}

function entriesOf(map: Cursor<unknown>, kind: string): TextField[] {
  return map
    .as<Readonly<Record<string, unknown>>>()
    .entries()
    .map(({ key, value }) => ({ what: `${kind} "${key}"`, value: value.as() }));
}

function metadataOf(metadata: Cursor<{ labels?: unknown; annotations?: unknown }>): TextField[] {
  return [...entriesOf(metadata.get('labels'), 'label'), ...entriesOf(metadata.get('annotations'), 'annotation')];
}

function selectorOf({ kind, group, body }: Resource): TextField[] {
  const selector = body.get('spec').get('selector');
  if (group === '' && (kind === 'Service' || kind === 'ReplicationController')) return entriesOf(selector, 'selector');
  return ['apps', 'batch', 'extensions', 'policy'].includes(group) ? entriesOf(selector.get('matchLabels'), 'selector') : [];
}

function dataOf({ kind, group, body }: Resource): TextField[] {
  if (group !== '' || (kind !== 'ConfigMap' && kind !== 'Secret')) return [];
  return [...entriesOf(body.get('data'), 'key'), ...entriesOf(body.get('stringData'), 'key')];
}

function podTextOf(resource: Resource): TextField[] {
  return readPodTemplates(resource)
    .filter(pod => pod.kind !== undefined)
    .flatMap(pod => [
      ...(pod.body.path === '' ? [] : metadataOf(pod.body.get('metadata'))),
      ...entriesOf(pod.spec.get('nodeSelector'), 'node label'),
      ...pod.containers.flatMap(({ body }) => [
        ...body
          .get('env')
          .items()
          .map(variable => ({ what: `variable "${valueOf(variable.get('name').string()) ?? ''}"`, value: variable.get('value').as() })),
        ...body
          .get('args')
          .items()
          .map(argument => ({ what: 'an argument', value: argument.as() })),
        ...body
          .get('command')
          .items()
          .map(word => ({ what: 'the command', value: word.as() })),
      ]),
    ]);
}

/** The fields of an object that hold text whatever is written in them. */
export function textFieldsOf(resource: Resource): readonly TextField[] {
  return [...metadataOf(resource.metadata), ...selectorOf(resource), ...dataOf(resource), ...podTextOf(resource)];
}
