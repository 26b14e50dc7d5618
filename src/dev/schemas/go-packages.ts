import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { downloadModule, versionOf, type GoModule } from './modules.ts';

export interface GoField {
  readonly name: string;
  readonly type: string;
  readonly inline?: boolean;
  readonly omit?: boolean;
  readonly markers?: readonly string[];
}

export interface GoType {
  /** Absent of what is no struct. */
  readonly fields?: readonly GoField[] | null;
  readonly alias?: string;
  readonly markers?: readonly string[];
}

/** What `read-go-types.go` prints of one package. */
export interface GoPackage {
  readonly path: string;
  readonly name: string;
  readonly group?: string;
  readonly types: Readonly<Record<string, GoType>>;
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly lifecycle: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The packages of one minor by their import paths. */
export interface MinorPackages {
  readonly minor: number;
  readonly modules: readonly GoModule[];
  readonly packages: ReadonlyMap<string, GoPackage>;
}

/** Groups that no API server serves: their types are sent to webhooks or between components. */
const UNSERVED = /^(?:admission|imagepolicy|apidiscovery|testdata)(?:\/|$)/;

function foldersOf({ path: name, folder }: GoModule): string[] {
  if (name === 'k8s.io/apimachinery') return ['pkg/apis/meta/v1'];
  const root = name === 'k8s.io/apiextensions-apiserver' ? 'pkg/apis/apiextensions' : name === 'k8s.io/kube-aggregator' ? 'pkg/apis/apiregistration' : '';
  const versions = root === '' ? foldersIn(folder).flatMap(group => foldersBelow(folder, group)) : foldersBelow(folder, root);
  return versions.filter(version => existsSync(path.join(folder, version, 'register.go')) && !UNSERVED.test(version));
}

const foldersIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap(entry => (entry.isDirectory() ? [entry.name] : []));

const foldersBelow = (root: string, folder: string): string[] =>
  foldersIn(path.join(root, folder)).flatMap(name => (/^v\d/.test(name) ? [`${folder}/${name}`] : []));

function readModule(module: GoModule): GoPackage[] {
  const program = 'src/dev/schemas/read-go-types.go';
  const output = execFileSync('go', ['run', program, module.path, module.folder, ...foldersOf(module)], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  const packages: unknown = JSON.parse(output);
  // The program beside this file has printed it.
  return Array.isArray(packages) ? packages.filter((read: unknown): read is GoPackage => typeof read === 'object' && read !== null) : [];
}

const MODULES = ['k8s.io/api', 'k8s.io/apimachinery', 'k8s.io/apiextensions-apiserver', 'k8s.io/kube-aggregator'];

/** The types of the API in one minor of Kubernetes. */
export function readMinor(minor: number): MinorPackages {
  const modules = MODULES.map(name => downloadModule(name, versionOf(name, minor)));
  const packages = modules.flatMap(readModule);
  return { minor, modules, packages: new Map(packages.map(read => [read.path, read])) };
}
