import { builtinModules } from 'node:module';
import type { Import } from './imports.ts';

/** The floors of the core, lowest first: a file may import from its own floor and from those below it. */
export const coreFloors = ['text', 'yaml', 'schema', 'model', 'kustomize', 'predict', 'rule', 'config', 'engine', 'graph', 'report'] as const;

/** What each part outside the core's floors may import, by part. `node:` stands for the modules of Node itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  api: coreFloors.slice(0, coreFloors.indexOf('rule') + 1),
  'rule-folder': ['api'],
  'rule-index': ['rule-folder', 'api'],
  node: ['core', 'api', 'node:'],
  cli: ['core', 'api', 'node', 'index', 'node:'],
  lsp: ['core', 'api', 'node', 'index', 'node:'],
  index: ['core', 'api', 'node', 'rule-index', 'schemas'],
  library: ['core', 'api', 'node', 'index'],
};

/** Packages by the part that may use them. Only types come from `kubernetes-types`. */
const packages: Readonly<Record<string, readonly string[]>> = {
  yaml: ['js-yaml', 'yaml'],
  model: ['kubernetes-types'],
  kustomize: ['re2js'],
  predict: ['kubernetes-types', '@marcbachmann/cel-js', 're2js'],
  report: ['diff'],
  node: ['ajv', 'globby', 'ignore', '@typescript-eslint/parser'],
};

const rooms: readonly (readonly [RegExp, string])[] = [
  [/^src\/core\/api\.ts$/, 'api'],
  [/^src\/index\.ts$/, 'index'],
  [/^src\/library\//, 'library'],
  [/^src\/node\//, 'node'],
  [/^src\/cli\//, 'cli'],
  [/^src\/lsp\//, 'lsp'],
  [/^src\/dev\//, 'dev'],
  [/^rules\/(?:index|[a-z-]+\.generated)\.ts$/, 'rule-index'],
  [/^rules\/[^/]+\/rule\.ts$/, 'rule-folder'],
  [/^schemas\//, 'schemas'],
];

/** The part of the project that a file belongs to; undefined for a file that has no room. */
export function partOf(file: string): string | undefined {
  const floor = /^src\/core\/([a-z]+)\//.exec(file)?.[1];
  if (floor !== undefined) return coreFloors.find(name => name === floor);
  return rooms.find(([pattern]) => pattern.test(file))?.[1];
}

const isBuiltin = (specifier: string): boolean => specifier.startsWith('node:') || builtinModules.includes(specifier);

const floorOf = (part: string): number => coreFloors.findIndex(name => name === part);

/** Why an import is not allowed, or undefined. */
export function faultOf({ from, to }: Import): string | undefined {
  const part = partOf(from);
  if (part === undefined) return `${from} belongs to no part of the project`;
  if (part === 'dev') return undefined;
  const words = mayImport[part] ?? [];
  if (isBuiltin(to)) return words.includes('node:') ? undefined : `${from} imports ${to}, which only node, cli and lsp see`;
  if (!/^(?:src|rules|schemas)\//.test(to)) return packages[part]?.includes(packageOf(to)) ? undefined : `${from} imports the package ${to}`;
  const target = partOf(to);
  if (target === undefined) return `${from} imports ${to}, which belongs to no part of the project`;
  if (target === part && part !== 'rule-folder') return undefined;
  const [own, floor] = [floorOf(part), floorOf(target)];
  const allowed = words.includes(target) || (floor >= 0 && (words.includes('core') || floor <= own));
  return allowed ? undefined : `${from} (${part}) imports ${to} (${target})`;
}

/** The package that a specifier such as `@types/node/fs` or `yaml/util` belongs to. */
export function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
