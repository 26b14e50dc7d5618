import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../harness/shared.ts';
import { toolPackage } from './tools.ts';

const root = mkdtempSync(path.join(tmpdir(), 'svclint-package-'));
const consumer = path.join(root, 'consumer');
const installed = path.join(consumer, 'node_modules/svclint');
const tarball = (): string => path.join(root, readdirSync(root).find(name => name.endsWith('.tgz')) ?? '');

interface Packed {
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

let packed: Packed | undefined;

function npm(args: readonly string[], cwd: string): string {
  return execFileSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], { cwd, encoding: 'utf8' });
}

beforeAll(() => {
  npm(['run', '--silent', 'build'], projectRoot);
  const [told] = JSON.parse(npm(['pack', '--ignore-scripts', '--json', '--pack-destination', root], projectRoot)) as Packed[];
  packed = told;
  mkdirSync(consumer);
  writeFileSync(path.join(consumer, 'package.json'), '{ "private": true }');
  npm(['install', '--offline', '--omit=dev', tarball()], consumer);
  cpSync(path.join(projectRoot, 'test/example/k8s'), path.join(consumer, 'k8s'), { recursive: true });
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

/** Runs a program in a folder, and gives what it says and its exit code. */
function runIn(cwd: string, ...args: readonly string[]): { readonly code: number | null; readonly text: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', env: { PATH: process.env['PATH'] ?? '' } });
  return { code: status, text: stdout + stderr };
}

describe('the package', () => {
  test('is clean for publint and attw', () => {
    const publint = runIn(root, path.join(toolPackage('publint'), 'src/cli.js'), '--strict', tarball());
    expect(publint).toEqual({ code: 0, text: expect.stringContaining('All good!') as string });
    const attw = runIn(root, path.join(toolPackage('@arethetypeswrong/cli'), 'dist/index.js'), '--no-emoji', tarball());
    expect(attw).toEqual({ code: 0, text: expect.stringContaining('No problems found') as string });
  });

  test('is small, installs nothing else and runs nothing when it is installed', () => {
    expect(packed?.unpackedSize).toBeLessThan(12e6);
    const manifest = JSON.parse(readFileSync(path.join(installed, 'package.json'), 'utf8')) as Record<string, Record<string, string> | undefined>;
    for (const key of ['dependencies', 'peerDependencies', 'optionalDependencies']) expect(manifest[key]).toBeUndefined();
    for (const script of ['preinstall', 'install', 'postinstall']) expect(manifest['scripts']).not.toHaveProperty(script);
    expect(readdirSync(path.join(consumer, 'node_modules')).filter(name => !name.startsWith('.'))).toEqual(['svclint']);
  });

  test('holds what runs, what describes it, and nothing else', () => {
    const kinds = new Set((packed?.files ?? []).map(file => file.path.replace(/^(dist\/(?:chunks|docs|types)|schemas\/(?:crds|kubernetes))\/.*$/, '$1/')));
    const stray = [...kinds].filter(
      name => !/^(?:dist\/(?:chunks|docs|types)\/|dist\/[\w.-]+\.(?:[cm]js|d\.[cm]ts)|dist\/svclint\.1|schemas\/.*|[A-Z]+(?:\.md)?|package\.json)$/.test(name),
    );
    expect(stray).toEqual([]);
  });

  test('an import and a require meet one instance', () => {
    const text = `import { createRequire } from 'node:module'; import * as a from 'svclint'; import * as b from 'svclint/rule';
      const require = createRequire(import.meta.url);
      const same = (one, other) => Object.keys(other).filter(name => name !== 'default').every(name => one[name] === other[name]);
      if (!same(require('svclint'), a) || !same(require('svclint/rule'), b) || a.defineRule !== b.defineRule) process.exitCode = 1;`;
    writeFileSync(path.join(consumer, 'same.mjs'), text);
    expect(runIn(consumer, 'same.mjs')).toEqual({ code: 0, text: '' });
  });
});

interface Example {
  readonly page: string;
  readonly name: string;
  readonly text: string;
}

/** Examples that name their file in the first line. */
function readExamples(page: string): Example[] {
  const text = readFileSync(path.join(projectRoot, page), 'utf8');
  const blocks = text.matchAll(/^```(?:js|ts|mjs|cjs)\n(\/\/ ([\w.-]+\.[cm](?:js|ts))\n[^]*?)^```$/gm);
  return [...blocks].map(([, code = '', name = '']) => ({ page, name, text: code }));
}

describe('the examples of the documentation', () => {
  const examples = ['.github/API.md', 'README.md'].flatMap(readExamples);

  beforeAll(() => {
    for (const { name, text } of examples) writeFileSync(path.join(consumer, name), text);
  });

  test('there are some of each kind', () => {
    expect(new Set(examples.map(({ name }) => path.extname(name)))).toEqual(new Set(['.mjs', '.cjs', '.mts']));
  });

  test('of one name are one', () => {
    const texts = new Map(examples.map(({ name, text }) => [name, text]));
    expect(examples.filter(({ name, text }) => texts.get(name) !== text)).toEqual([]);
  });

  test.each([
    ['lint-files.mjs', 1, 'so it gets no endpoints'],
    ['lint-text.cjs', 0, "[ 'node-port-out-of-range' ]"],
    ['lint-with-plugin.mjs', 0, '[]'],
  ])('%s runs', (name, code, said) => {
    expect(runIn(consumer, name)).toEqual({ code, text: expect.stringContaining(said) as string });
  });

  test('the plugins are plugins', () => {
    const manifest =
      "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {type: ExternalName, externalName: a.example.com}\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: b}\nspec: {containers: [{name: b, image: 'b:edge'}]}\n";
    mkdirSync(path.join(consumer, 'own'), { recursive: true });
    writeFileSync(path.join(consumer, 'own/a.yaml'), manifest);
    const bin = path.join(installed, 'dist/svclint.cjs');
    const { code, text } = runIn(consumer, bin, '-f', 'compact', '--plugin', 'team.mjs', '--plugin', 'own-team.mjs', 'own');
    expect(text).toContain('own/a.yaml:9:31: warning: Image "b:edge" has the tag "edge", so pods may run different programs [team/image-tag-moves]');
    expect(text).toContain('[own/team-label-missing]');
    expect(code).toBe(0);
  });

  test('compile strictly, without the types of Node and of Kubernetes, and with no error in the published types', () => {
    const typescript = path.join(consumer, 'node_modules/typescript');
    if (!existsSync(typescript)) symlinkSync(path.join(projectRoot, 'node_modules/typescript'), typescript);
    const globals =
      'declare const console: { log(...words: unknown[]): void; error(...words: unknown[]): void };\ndeclare const process: { exitCode?: number };\n';
    writeFileSync(path.join(consumer, 'globals.d.ts'), globals);
    const own = `import { definePlugin, defineRule, valueOf } from 'svclint/rule';
      export const plugin = definePlugin({ name: 'own', rules: [defineRule({ id: 'a', title: 't', category: 'style', severity: 'info', presets: [], subject: 'container', fix: 'no', since: '1',
        judges: 'object', variants: { a: 'info' }, options: { limit: { default: 3, about: 'x' } },
        *check({ body, image }, { options }) {
          const limit: number = options.limit;
          const policy: string | undefined = valueOf(body.get('imagePullPolicy').string());
          // @ts-expect-error the API has no such field
          body.get('imagePullPolcy');
          if (policy !== undefined && limit > 3) yield { variant: 'a', message: policy, at: image.at };
        } })] });
      import { lint } from 'svclint';
      // @ts-expect-error no such option
      void lint({ files: [], platfrom: 'kind' });\n`;
    for (const name of ['own.mts', 'own.cts']) writeFileSync(path.join(consumer, name), own);
    const strict = {
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      noEmit: true,
      skipLibCheck: false,
      types: [],
      lib: ['es2023'],
      target: 'es2023',
    };
    const names = examples.map(({ name }) => name).filter(name => !name.endsWith('.cjs'));
    for (const more of [{ module: 'nodenext' }, { module: 'node16' }, { module: 'esnext', moduleResolution: 'bundler' }]) {
      const options = { ...strict, allowJs: true, checkJs: true, ...more };
      writeFileSync(
        path.join(consumer, 'tsconfig.json'),
        JSON.stringify({ compilerOptions: options, files: ['globals.d.ts', 'own.mts', 'own.cts', ...names] }),
      );
      expect(runIn(consumer, 'node_modules/typescript/bin/tsc', '-p', '.')).toEqual({ code: 0, text: '' });
    }
  });
});

test('a plugin in a folder with nothing beside it is loaded by a svclint that is installed elsewhere', () => {
  const empty = path.join(root, 'empty');
  mkdirSync(empty);
  const example = readExamples('.github/API.md').find(({ name }) => name === 'own-team.mjs');
  writeFileSync(path.join(empty, 'own-team.mjs'), example?.text ?? '');
  writeFileSync(path.join(empty, 'team.mjs'), "import 'svclint/rule';\nexport default {};\n");
  writeFileSync(path.join(empty, 'a.yaml'), 'apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {type: ExternalName, externalName: a.example.com}\n');
  const prefix = path.join(root, 'global');
  npm(['install', '--global', '--offline', '--prefix', prefix, tarball()], root);
  const bin = path.join(prefix, 'lib/node_modules/svclint/dist/svclint.cjs');
  // Twice: the second run starts from compiled code.
  for (let round = 0; round < 2; round++) {
    expect(runIn(empty, bin, '-f', 'compact', '--plugin', 'own-team.mjs', 'a.yaml').text).toContain('[own/team-label-missing]');
  }
  const { code, text } = runIn(empty, bin, '--plugin', 'team.mjs', 'a.yaml');
  expect(text).toContain('it imports svclint, which is not installed there: export a function');
  expect(code).toBe(2);
});
