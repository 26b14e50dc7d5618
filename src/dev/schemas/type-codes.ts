import type { GoField, GoPackage, GoType } from './go-packages.ts';

/** Fields of a struct by name, in the order of the declaration: each a type and what its markers say, in one text. */
export type FieldCodes = ReadonlyMap<string, string>;

/** A declared type of a package: a struct, or the type that a name stands for. */
export type TypeCode = FieldCodes | string;

/** Packages whose types the loader knows by name: what they are is code, not a table. */
const KNOWN_PACKAGES: Readonly<Record<string, string>> = {
  'k8s.io/apimachinery/pkg/api/resource': 'resource',
  'k8s.io/apimachinery/pkg/util/intstr': 'intstr',
  'k8s.io/apimachinery/pkg/runtime': 'runtime',
  'k8s.io/apimachinery/pkg/types': 'types',
};

/** Name of the file of a group and version: `core-v1`, `networking.k8s.io-v1`. */
export function fileOf({ path, group, name }: GoPackage): string {
  if (path === 'k8s.io/apimachinery/pkg/apis/meta/v1') return 'meta-v1';
  return `${group === undefined || group === '' ? 'core' : group}-${name}`;
}

/** Names a type from inside of a package: `ServicePort` of the package itself, `core-v1.PodSpec` of another one. */
function nameType(expression: string, own: GoPackage, packages: ReadonlyMap<string, GoPackage>): string {
  const map = /^map\[([^\]]*)\](.*)$/.exec(expression);
  if (map) return `map[${nameType(map[1] ?? '', own, packages)}]${nameType(map[2] ?? '', own, packages)}`;
  if (expression.startsWith('[]')) return `[]${nameType(expression.slice(2), own, packages)}`;
  if (expression.startsWith('*')) return nameType(expression.slice(1), own, packages);
  const dot = expression.lastIndexOf('.');
  if (dot < 0) return expression;
  const [path, name] = [expression.slice(0, dot), expression.slice(dot + 1)];
  const file = KNOWN_PACKAGES[path] ?? (packages.get(path) && fileOf(packages.get(path) ?? own));
  return file === undefined ? 'any' : file === fileOf(own) ? name : `${file}.${name}`;
}

const valuesOf = (markers: readonly string[], name: string): string[] => markers.flatMap(marker => (marker.startsWith(`${name}=`) ? [marker.slice(name.length + 1)] : []));

function markersCode(field: GoField): string {
  const markers = field.markers ?? [];
  const [listType, keys, merge] = [valuesOf(markers, 'listType')[0], valuesOf(markers, 'listMapKey'), valuesOf(markers, 'patchMergeKey')[0]];
  const isOptional = field.omit === true || markers.some(marker => marker === 'optional' || marker === 'k8s:optional');
  const isRequired = markers.some(marker => marker === 'required' || marker === 'k8s:required') || !isOptional;
  const words = [
    ...(isRequired ? ['!'] : []),
    ...(listType === 'set' ? ['set'] : []),
    ...(listType === 'map' ? [`map=${keys.join(',')}`] : []),
    ...(merge === undefined ? [] : [`merge=${merge}`]),
  ];
  return words.map(word => ` ${word}`).join('');
}

/** The declaration of a type that a package names, and the package that holds it. A type that only stands for another one is followed. */
function declarationOf(expression: string, own: GoPackage, packages: ReadonlyMap<string, GoPackage>): readonly [GoPackage, GoType] {
  const dot = expression.lastIndexOf('.');
  const home = dot < 0 ? own : packages.get(expression.slice(0, dot));
  const declared = home?.types[expression.slice(dot + 1)];
  if (!home || !declared) throw new Error(`${own.path} embeds ${expression}, which was not read`);
  return declared.alias === undefined ? [home, declared] : declarationOf(declared.alias, home, packages);
}

/** Fields of a struct, those of embedded structs among them. */
function fieldCodes(type: GoType, own: GoPackage, packages: ReadonlyMap<string, GoPackage>): Map<string, string> {
  const codes = new Map<string, string>();
  for (const field of type.fields ?? []) {
    if (!field.inline) {
      codes.set(field.name, nameType(field.type, own, packages) + markersCode(field));
      continue;
    }
    const expression = field.type.replace(/^\*/, '');
    const [home, embedded] = declarationOf(expression, own, packages);
    const struct = expression.slice(expression.lastIndexOf('.') + 1);
    for (const [name, code] of fieldCodes(embedded, home, packages)) codes.set(name, withStruct(fromOutside(code, home, own), struct));
  }
  return codes;
}

/** The code of a field of another package, with that package's own types named in full. */
function fromOutside(code: string, home: GoPackage, own: GoPackage): string {
  const [type = '', ...words] = code.split(' ');
  return home === own ? code : [type.replace(/(?<![.\w])(?=[A-Z]\w*)/, `${fileOf(home)}.`), ...words].join(' ');
}

/** The code of a field with the embedded struct that it comes from. That every object has its kind and version from one is not said. */
function withStruct(code: string, struct: string): string {
  if (struct === 'TypeMeta') return code;
  const words = code.split(' ');
  const inner = words.find(word => word.startsWith('in='))?.slice('in='.length);
  return [...words.filter(word => !word.startsWith('in=')), `in=${inner === undefined ? struct : `${struct}.${inner}`}`].join(' ');
}

/** Types that read themselves from JSON in their own way: what they take is code of the loader. */
const WITH_DECODER = /^(?:Time|MicroTime|Duration|FieldsV1|JSON|JSONSchemaPropsOr\w+)$/;

/** The code of a declared type. */
export function typeCode(name: string, own: GoPackage, packages: ReadonlyMap<string, GoPackage>): TypeCode | undefined {
  const type = own.types[name];
  if (!type || WITH_DECODER.test(name)) return undefined;
  if (type.fields) return fieldCodes(type, own, packages);
  const values = type.markers?.includes('enum') ? [...new Set(own.values[name])].sort() : [];
  return nameType(type.alias ?? 'any', own, packages) + (values.length === 0 ? '' : ` enum=${values.join(',')}`);
}
