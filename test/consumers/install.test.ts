import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { projectRoot } from '../harness/shared.ts';
import { cloneProject, makeEnvironment, makeFolder, must, say } from './git-scene.ts';
import { makeProject, npm } from './npm-install.ts';

const folder = makeFolder('install');

let env: Readonly<Record<string, string>> = {};

beforeAll(() => {
  const home = path.join(folder, 'home');
  mkdirSync(home);
  env = makeEnvironment(home);
});

describe('a checkout', () => {
  test('is not built by npm ci: that is for whoever works there to say', () => {
    const root = cloneProject(makeProject(folder), env);
    must(npm('npm11', 'ci', '--no-audit', '--no-fund'), root, env);
    expect(existsSync(path.join(root, 'dist'))).toBe(false);
    must(npm('npm11', 'ci', '--no-audit', '--no-fund', '--ignore-scripts'), root, env);
    expect(existsSync(path.join(root, 'dist'))).toBe(false);
  });

  test('that carries dist/ is installed as it is', () => {
    const root = cloneProject(makeProject(folder), env);
    mkdirSync(path.join(root, 'dist'));
    writeFileSync(path.join(root, 'dist/svclint.cjs'), '#!/usr/bin/env node\nconsole.log("as released");\n');
    const { text, code } = say(npm('npm11', 'run', 'prepare'), root, env);
    expect({ code, built: readdirSync(path.join(root, 'dist')), modules: existsSync(path.join(root, 'node_modules')) }, text).toEqual({
      code: 0,
      built: ['svclint.cjs'],
      modules: false,
    });
  });
});

describe('the published package', () => {
  test('has no script that npm runs where it is installed', () => {
    const { scripts } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
    expect(Object.keys(scripts).filter(name => /^(?:pre|post)?install$|^prepublish$/.test(name))).toEqual([]);
  });

  test.each(['npm10', 'npm11'])('installs with %s from a registry and runs nothing', async version => {
    const root = cloneProject(makeProject(folder), env);
    mkdirSync(path.join(root, 'dist'));
    writeFileSync(path.join(root, 'dist/svclint.cjs'), '#!/usr/bin/env node\nconsole.log("as packed");\n');
    const packed = makeProject(folder);
    // What is published but for the build: what dist/ holds does not matter here.
    must(npm(version, 'pack', '--ignore-scripts', '--pack-destination', packed), root, env);
    const tarball = path.join(packed, readdirSync(packed).find(name => name.endsWith('.tgz')) ?? '');
    const registry = await serveRegistry(readFileSync(path.join(root, 'package.json'), 'utf8'), readFileSync(tarball));
    const project = makeProject(folder);
    const [command = '', ...words] = npm(version, 'install', '--foreground-scripts', '--no-audit', `--registry=${registry}`, 'svclint');
    const { stdout, stderr } = await promisify(execFile)(command, words, { cwd: project, env });
    expect(`${stdout}${stderr}`).toContain('added 1 package');
    expect(`${stdout}${stderr}`).not.toMatch(/script|prepare/);
    expect(must([path.join(project, 'node_modules/.bin/svclint')], project, env)).toBe('as packed\n');
    // And where somebody unpacks it and installs there, its `prepare` has nothing to do.
    must(['tar', '-xzf', tarball], project, env);
    must(npm(version, 'run', 'prepare'), path.join(project, 'package'), env);
  });
});

/** A registry on this computer that has one version of one package. */
async function serveRegistry(manifest: string, tarball: Uint8Array): Promise<string> {
  const meta = JSON.parse(manifest) as { name: string; version: string };
  const server = createServer((request, response) => {
    const address = `http://${request.headers.host ?? ''}`;
    const dist = { tarball: `${address}/svclint.tgz`, integrity: `sha512-${createHash('sha512').update(tarball).digest('base64')}` };
    const packument = { name: meta.name, 'dist-tags': { latest: meta.version }, versions: { [meta.version]: { ...meta, dist } } };
    response.end(request.url === '/svclint.tgz' ? tarball : JSON.stringify(packument));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  return `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : address)}/`;
}
