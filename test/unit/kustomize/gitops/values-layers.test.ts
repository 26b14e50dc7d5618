import { describe, expect, test } from 'vitest';
import { layerOfSecret, textOfSetting } from '../../../../src/core/kustomize/gitops/values-layers.ts';
import { Cursor } from '../../../../src/core/yaml/cursor.ts';
import { parseSource } from '../../../../src/core/yaml/parse-source.ts';

describe('a value as --set takes it', () => {
  test.each([
    ['a.b', 'x', '{"a":{"b":"x"}}'],
    ['a\\.b.c', 'x', '{"a.b":{"c":"x"}}'],
    ['a', 'true', '{"a":true}'],
    ['a', 'null', '{"a":null}'],
    ['a', '80', '{"a":80}'],
    ['a', '0', '{"a":0}'],
    ['a', '007', '{"a":"007"}'],
    ['a', '1.5', '{"a":"1.5"}'],
    ['a', '{x,2,true}', '{"a":["x",2,true]}'],
    ['a', '{}', '{"a":[]}'],
    ['a', 'x\\,y', '{"a":"x,y"}'],
    ['__proto__.a', 'x', '{"__proto__":{"a":"x"}}'],
  ])('%s=%s', (name, value, expected) => {
    expect(textOfSetting({ name, value, isText: false })).toBe(expected);
  });

  test('is a text where it has to be', () => {
    expect(textOfSetting({ name: 'a', value: '80', isText: true })).toBe('{"a":"80"}');
    expect(textOfSetting({ name: 'a', value: 'true', isText: true })).toBe('{"a":"true"}');
  });

  // Helm finds the element in values that were laid before.
  test.each(['a[0]', 'a[0].b', '', 'a..b', '.a'])('is not known for %j', name => {
    expect(textOfSetting({ name, value: 'x', isText: false })).toBeUndefined();
  });
});

test('of the values of a Secret only what they set is known', () => {
  const [document] = parseSource('release.yaml', 'name: values\n').documents;
  const at = document && Cursor.root(document)?.get('name').at;
  if (!at) throw new Error('no place');
  const layer = layerOfSecret('db: { password: hunter2, port: 5432, enabled: true, none: null, list: [secret] }', 'Secret "values"', at);
  expect(layer).toMatchObject({ kind: 'written', isMasked: true, at });
  expect(layer.kind === 'written' && layer.text).toBe(
    '{"db":{"password":"${db.password}","port":"${db.port}","enabled":true,"none":null,"list":["${db.list[0]}"]}}',
  );
  expect(layerOfSecret('no mapping', 'Secret "values"', at)).toEqual({ kind: 'hidden', label: 'Secret "values"', at });
});
