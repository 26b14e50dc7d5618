import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import type { KindInfo, Kinds, SchemaFault } from '../core/schema/kinds.ts';
import type { Decoded } from './decode.ts';
import { DISK, findKind, type Files } from './files.ts';

/** What a location may name, as kubeconform has it: `schemas/{{ .Group }}/{{ .ResourceKind }}_{{ .ResourceAPIVersion }}.json`. */
function fillIn(location: string, apiVersion: string, kind: string): string {
  const parts = apiVersion.split('/');
  const [group = '', version = group] = parts;
  const words: Readonly<Record<string, string>> = {
    NormalizedKubernetesVersion: 'master',
    StrictSuffix: '-strict',
    ResourceKind: kind.toLowerCase(),
    ResourceAPIVersion: version,
    Group: group,
    KindSuffix: `-${(group.split('.')[0] ?? '').toLowerCase()}${parts.length > 1 ? `-${version.toLowerCase()}` : ''}`,
  };
  return location.replaceAll(/\{\{\s*\.(\w+)\s*\}\}/g, (written, name: string) => words[name] ?? written);
}

/** Steps of a JSON pointer. */
const stepsOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'));

function textAt(params: Readonly<Record<string, unknown>>, name: string): string {
  const value = params[name];
  return typeof value === 'string' ? value : '';
}

function faultOf({ instancePath, keyword, params, message = '' }: ErrorObject<string, Record<string, unknown>>): SchemaFault {
  const steps = stepsOf(instancePath);
  if (keyword === 'required') return { kind: 'required', steps: [...steps, textAt(params, 'missingProperty')], message };
  if (keyword === 'additionalProperties') return { kind: 'unknown-field', steps: [...steps, textAt(params, 'additionalProperty')], message };
  const { allowedValues } = params;
  if (keyword === 'enum' && Array.isArray(allowedValues)) return { kind: 'enum', steps, message, supported: allowedValues.map(String) };
  return { kind: keyword === 'type' ? 'type' : 'value', steps, message };
}

/** Text of the first of the files that is there. */
function readFirst(files: readonly string[], source: Files): { readonly file: string; readonly read: Decoded } | undefined {
  const file = files.find(name => findKind(name, source)?.isDirectory() === false);
  return file === undefined ? undefined : { file, read: source.readText(file) };
}

function compile(text: string): ValidateFunction {
  const schema: unknown = JSON.parse(text);
  // What svclint knows of formats is for custom resources; files bring formats of all kinds.
  const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false });
  return ajv.compile(typeof schema === 'object' && schema !== null ? schema : {});
}

/**
 * Adds the kinds that JSON Schema files describe, to those that are known otherwise. Files are read when an object of their kind comes;
 * `tell` hears of those that cannot be used.
 */
export function withSchemaFiles(kinds: Kinds, locations: readonly string[], tell: (text: string) => void, source: Files = DISK): Kinds {
  const read = new Map<string, KindInfo | undefined>();
  const find = (apiVersion: string, kind: string): KindInfo | undefined => {
    const found = readFirst(
      locations.map(location => fillIn(location, apiVersion, kind)),
      source,
    );
    if (!found) return undefined;
    try {
      if ('reason' in found.read) throw new Error(found.read.reason);
      const validate = compile(found.read.text);
      const faultsOf = (value: unknown): readonly SchemaFault[] => (validate(value) ? [] : (validate.errors ?? []).map(faultOf));
      return { apiVersion, kind, plural: '', scope: 'Namespaced', source: 'input', schema: () => undefined, faultsOf };
    } catch (error) {
      tell(`${found.file} is no JSON Schema: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  };
  return {
    ...kinds,
    find(apiVersion, kind) {
      const known = kinds.find(apiVersion, kind);
      const key = `${apiVersion} ${kind}`;
      if (!known && !read.has(key)) read.set(key, find(apiVersion, kind));
      return known ?? read.get(key);
    },
  };
}
