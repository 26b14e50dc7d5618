import type { CustomResourceColumnDefinition } from 'kubernetes-types/apiextensions/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { refuseFaults, requireField } from '../meta/text.ts';

const TYPES = 'boolean,date,integer,number,string';
const FORMATS = 'byte,date,date-time,double,float,int32,int64,password';

/** A path of names with dots before them (`validateSimpleJSONPath`). */
export const simplePathFaults = (path: string): readonly string[] => (path.startsWith('.') ? [] : ['must be a simple json path starting with .']);

/** `ValidateCustomResourceColumnDefinition`. The server spells the path's field in the way of an older version. */
export function validateColumn(column: Cursor<CustomResourceColumnDefinition>, to: Refusals): void {
  const [type, format, path] = [column.get('type'), column.get('format'), column.get('jsonPath')];
  requireField(column.get('name'), to, { check: 'crd/column-required' });
  const text = textOf(type);
  if (!requireField(type, to, { check: 'crd/column-required' }, `must be one of ${TYPES}`) && text !== undefined && !TYPES.split(',').includes(text)) {
    to.invalid('crd/column', type, `must be one of ${TYPES}`);
  }
  const form = textOf(format);
  if (form !== undefined && form !== '' && !FORMATS.split(',').includes(form)) to.invalid('crd/column', format, `must be one of ${FORMATS}`);
  const options = { field: `${column.fieldPath}.JSONPath` };
  if (!requireField(path, to, { check: 'crd/column-required', options })) refuseFaults(path, to, { check: 'crd/column', options }, simplePathFaults);
}
