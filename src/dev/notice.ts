import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { loadConfig } from 'rolldown/config';
import { isRecord, parseTable } from '../core/schema/table.ts';
import type { GeneratedFile } from './generated-file.ts';

const HEAD = `svclint
Copyright the svclint authors

Licensed under the Apache License, Version 2.0.

The published package contains the following software and data, bundled. Each keeps its own licence.
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

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the
"Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish,
distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the
following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY
CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE
SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

const APACHE = 'Licensed under the Apache License, Version 2.0, which the file LICENSE holds.';

interface DataSource {
  readonly from: string;
  readonly name: string;
  readonly licence: string;
  readonly notice: string | undefined;
}

/** Where the tables of a folder of `schemas/` come from, as its `sources.json` tells. */
function readSources(folder: string): DataSource[] {
  const table = parseTable(readFileSync(`schemas/${folder}/sources.json`, 'utf8'));
  return Object.entries(table).flatMap(([from, source]) => {
    if (!isRecord(source)) return [];
    const text = (key: string): string | undefined => (typeof source[key] === 'string' ? source[key] : undefined);
    return [{ from, name: text('name') ?? '', licence: text('licence') ?? '', notice: text('notice') }];
  });
}

function renderSource({ from, name, licence, notice }: DataSource): string {
  const parts = [`${name} (${licence}), definitions taken from ${from}`, notice, licence === 'MIT' ? MIT : APACHE];
  return `\n${'-'.repeat(80)}\n${parts.filter(part => part !== undefined).join('\n\n')}\n`;
}

const KUBERNETES = `
${'-'.repeat(80)}
Kubernetes (Apache-2.0), types of the API taken from the Go modules that schemas/kubernetes/sources.json names

${APACHE}

${'-'.repeat(80)}
kubernetes-types (Apache-2.0), by Lyra Naeseth: the types of the API that the published types name

${APACHE}
`;

/** NOTICE: the licences of everything that is bundled, code and data. */
export async function renderNotice(): Promise<GeneratedFile> {
  const packages = (await findBundledPackages()).map(readPackage);
  const parts = packages.map(({ name, licence, text }) => `\n${'-'.repeat(80)}\n${name} (${licence})\n\n${text}\n`);
  return { path: 'NOTICE', text: [HEAD, ...parts, KUBERNETES, ...readSources('crds').map(renderSource)].join('') };
}
