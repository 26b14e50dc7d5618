import path from 'node:path';
import { readText, type GeneratedFile } from '../generated-file.ts';
import { readDefinitions, type DefinedKind } from './definitions.ts';
import { renderTable } from './kubernetes.ts';
import { downloadModule, type GoModule } from './modules.ts';
import { openStatus, packSchemas, stripWords } from './pack-schemas.ts';
import { PROJECTS } from './projects.ts';
import { readRecovered, RECOVERED } from './recovered.ts';

const FOLDER = 'schemas/crds';

/**
 * A kind as the table of all kinds tells it: plural, scope, versions; a version that is no longer served has a `-` before it, one that
 * only experimental definitions serve a `~`.
 */
function kindCode({ plural, scope, versions }: DefinedKind): string {
  return [plural, scope, ...versions.map(({ name, served, isExperimental }) => `${isExperimental ? '~' : served ? '' : '-'}${name}`)].join(' ');
}

function renderGroup(group: string, kinds: readonly DefinedKind[]): GeneratedFile {
  const versions = kinds.flatMap(({ kind, versions }) => versions.filter(({ served }) => served).map(({ name, schema }) => ({ name: `${name}/${kind}`, schema })));
  const { parts, schemas } = packSchemas(versions.map(({ schema }) => openStatus(stripWords(schema))));
  const table = [['parts', parts] as const, ...versions.map(({ name }, index) => [name, schemas[index]] as const)];
  return { path: `${FOLDER}/${group}.json`, text: renderTable(table) };
}

/** What the licence of a module asks to be repeated: the NOTICE of Apache, the copyright of MIT. */
function noticeOf({ folder }: GoModule, licence: string): string | undefined {
  if (licence === 'MIT') return /^Copyright.*$/m.exec(readText(path.join(folder, 'LICENSE.md')) ?? '')?.[0];
  return readText(path.join(folder, 'NOTICE'))?.trim();
}

function sourceOf(module: GoModule): readonly [string, unknown] {
  const { name = module.path, licence = '' } = PROJECTS.find(project => project.module === module.path) ?? {};
  return [`${module.path}@${module.version}`, { name, licence, sum: module.sum, notice: noticeOf(module, licence) }];
}

/** A kind with the versions that only experimental definitions serve. */
function withExperimental(kind: DefinedKind, experimental: readonly DefinedKind[]): DefinedKind {
  const other = experimental.find(({ group, kind: name }) => group === kind.group && name === kind.kind);
  const isServed = (name: string): boolean => kind.versions.some(version => version.name === name && version.served);
  const added = (other?.versions ?? []).filter(({ name, served }) => served && !isServed(name)).map(version => ({ ...version, isExperimental: true as const }));
  return { ...kind, versions: [...kind.versions.filter(({ name }) => !added.some(version => version.name === name)), ...added] };
}

/** The files of `schemas/crds`: the kinds of all groups in one, the schemas of each group in one each. */
export function renderCrds(): GeneratedFile[] {
  const modules: GoModule[] = [];
  const kinds: DefinedKind[] = [];
  for (const { module, version, paths, experimental = [] } of PROJECTS) {
    const found = downloadModule(module, version);
    modules.push(found);
    const chosen = experimental.flatMap(part => readDefinitions(path.join(found.folder, part)));
    kinds.push(...paths.flatMap(part => readDefinitions(path.join(found.folder, part))).map(kind => withExperimental(kind, chosen)));
  }
  for (const project of RECOVERED) {
    const known = new Set(kinds.map(({ group, kind }) => `${group} ${kind}`));
    kinds.push(...readRecovered(project).filter(({ group, kind }) => !known.has(`${group} ${kind}`)));
  }
  const names = [...new Set(kinds.map(({ group }) => group))].sort();
  const groups = names.map(name => [name, kinds.filter(({ group }) => group === name)] as const);
  const table = groups.map(([group, own]) => [group, Object.fromEntries(own.map(kind => [kind.kind, kindCode(kind)]))] as const);
  const sources: (readonly [string, unknown])[] = [
    ...modules.map(sourceOf),
    ...RECOVERED.map(({ name: project, package: name }) => [`npm:@${name.replace('kubernetes-models-', 'kubernetes-models/').replace(/-([\d.]+)$/, '@$1')}`, { name: project, licence: 'MIT', notice: 'Copyright (c) 2018 Tommy Chen' }] as const),
  ];
  return [
    { path: `${FOLDER}/kinds.json`, text: renderTable(table) },
    { path: `${FOLDER}/sources.json`, text: renderTable(sources) },
    ...groups.map(([group, own]) => renderGroup(group, own)),
  ];
}
