import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { loadConfig } from 'rolldown/config';
import type { GeneratedFile } from './generated-file.ts';

const HEAD = `svclint
Copyright the svclint authors

Licensed under the Apache License, Version 2.0.

The published package contains the following software, bundled. Each keeps its own licence.
`;

interface PackageFacts {
  readonly name: string;
  readonly licence: string;
  readonly text: string;
}

/** Folders of the packages whose code a build takes in, sorted. */
async function findBundledPackages(): Promise<string[]> {
  const config = await loadConfig('rolldown.config.ts');
  if (typeof config === 'function' || Array.isArray(config)) throw new Error('rolldown.config.ts holds one plain configuration');
  const bundle = await rolldown({ ...config, logLevel: 'silent' });
  const { output } = await bundle.generate({ format: 'cjs' });
  await bundle.close();
  const modules = output.flatMap(chunk => (chunk.type === 'chunk' ? chunk.moduleIds : []));
  const folders = modules.flatMap(id => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id.replaceAll(path.sep, '/'))?.[0] ?? []);
  return [...new Set(folders)].sort();
}

function readPackage(folder: string): PackageFacts {
  const manifest: unknown = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const field = (name: string): string =>
    typeof manifest === 'object' && manifest !== null ? String(Object.entries(manifest).find(([key]) => key === name)?.[1] ?? '') : '';
  const file = readdirSync(folder).find(entry => /^licen[cs]e(?:[-.]|$)/i.test(entry));
  if (file === undefined) throw new Error(`${field('name')} has no licence file`);
  const text = readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
  return { name: field('name'), licence: field('license'), text };
}

/** NOTICE: the licences of everything that is bundled. */
export async function renderNotice(): Promise<GeneratedFile> {
  const packages = (await findBundledPackages()).map(readPackage);
  const parts = packages.map(({ name, licence, text }) => `\n${'-'.repeat(80)}\n${name} (${licence})\n\n${text}\n`);
  return { path: 'NOTICE', text: HEAD + parts.join('') };
}
