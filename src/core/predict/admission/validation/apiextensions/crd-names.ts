import type { CustomResourceDefinitionNames } from 'kubernetes-types/apiextensions/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { dns1035LabelFaults } from '../../formats.ts';
import { textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { kindNameFault } from '../admissionregistration/param-kind.ts';
import { requireField } from '../meta/text.ts';

type Names = Cursor<CustomResourceDefinitionNames>;

/** Names as the server holds them: the singular and the kind of the list follow from the kind. */
interface NamesOfKind {
  readonly singular: string | undefined;
  readonly kind: string | undefined;
  readonly listKind: string | undefined;
}

function namesOf(names: Names): NamesOfKind {
  const [singular, kind, listKind] = [textOf(names.get('singular')), textOf(names.get('kind')), textOf(names.get('listKind'))];
  return {
    kind,
    singular: singular === '' ? kind?.toLowerCase() : singular,
    listKind: listKind === '' && kind !== '' ? kind && `${kind}List` : listKind,
  };
}

function refuseLabel(at: Cursor<unknown>, text: string | undefined, to: Refusals): void {
  const faults = text === undefined || text === '' ? [] : dns1035LabelFaults(text);
  if (faults.length > 0) to.invalid('crd/names', at, faults.join(','), { value: text });
}

function refuseKindName(at: Cursor<unknown>, text: string | undefined, to: Refusals): void {
  const fault = text === undefined || text === '' ? undefined : kindNameFault(text);
  if (fault !== undefined) to.invalid('crd/names', at, fault, { value: text });
}

/** `ValidateCustomResourceDefinitionNames`. */
export function validateNames(names: Names, to: Refusals): void {
  const { singular, kind, listKind } = namesOf(names);
  requireField(names.get('plural'), to, { check: 'crd/names-required' });
  if (singular === '') to.required('crd/names-required', names.get('singular'));
  requireField(names.get('kind'), to, { check: 'crd/names-required' });
  if (listKind === '') to.required('crd/names-required', names.get('listKind'));
  refuseLabel(names.get('plural'), textOf(names.get('plural')), to);
  refuseLabel(names.get('singular'), singular, to);
  refuseKindName(names.get('kind'), kind, to);
  refuseKindName(names.get('listKind'), listKind, to);
  for (const list of [names.get('shortNames'), names.get('categories')]) {
    for (const name of list.items()) {
      const text = textOf(name);
      const faults = text === undefined ? [] : dns1035LabelFaults(text);
      if (faults.length > 0) to.invalid('crd/names', name, faults.join(','), { value: text });
    }
  }
  if (kind !== undefined && kind !== '' && kind === listKind) to.invalid('crd/list-kind', names.get('listKind'), 'kind and listKind may not be the same');
}
