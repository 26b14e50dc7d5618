import type { ConfigMap } from 'kubernetes-types/core/v1.d.ts';
import { base64Size } from '../../../../yaml/base64.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { isPlaceholder } from '../../../../yaml/mask.ts';
import { byteLength, configMapKeyFaults } from '../../formats.ts';
import { textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';

/** Most bytes that the values of a ConfigMap or a Secret have together (S-004). */
export const DATA_LIMIT = 1_048_576;

/** A ConfigMap: keys that can be names of files, each in one of the two maps, and values of 1 MiB together. */
export function validateConfigMap(configMap: Cursor<ConfigMap>, to: Refusals): void {
  const [data, binaryData] = [configMap.get('data'), configMap.get('binaryData')];
  const binaryKeys = new Set(binaryData.entries().map(({ key }) => key));
  let size = 0;
  for (const { key, value } of data.entries()) {
    size += byteLength(textOf(value) ?? '');
    if (isPlaceholder(key)) continue;
    for (const fault of configMapKeyFaults(key)) to.invalid('config-map/key', value, fault, { value: key });
    if (binaryKeys.has(key)) to.invalid('config-map/key-in-both-maps', value, 'duplicate of key present in binaryData', { value: key });
  }
  for (const { key, value } of binaryData.entries()) {
    size += base64Size(textOf(value) ?? '');
    if (!isPlaceholder(key)) for (const fault of configMapKeyFaults(key)) to.invalid('config-map/key', value, fault, { value: key });
  }
  if (size > DATA_LIMIT) to.tooLong('config-map/size', configMap, DATA_LIMIT, { field: '' });
}
