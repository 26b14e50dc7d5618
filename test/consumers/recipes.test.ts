import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { projectRoot } from '../harness/shared.ts';
import { makeEnvironment, makeFolder, must, openScene, SHOP, type Scene } from './git-scene.ts';
import { toolPackage, toolPath } from './tools.ts';

const folder = makeFolder('recipes');
const built = path.join(folder, 'built');
const lefthook = path.join(toolPackage('lefthook-linux-x64'), 'bin/lefthook');

let env: Readonly<Record<string, string>> = {};

beforeAll(() => {
  const home = path.join(folder, 'home');
  const bin = path.join(folder, 'bin');
  for (const made of [home, bin]) mkdirSync(made);
  symlinkSync(lefthook, path.join(bin, 'lefthook'));
  env = { ...makeEnvironment(home), PATH: `${bin}${path.delimiter}${process.env['PATH'] ?? ''}` };
  const rolldown = path.join(projectRoot, 'node_modules/rolldown/bin/cli.mjs');
  execFileSync(process.execPath, [rolldown, '-c', '-d', built, '--log-level', 'silent'], { cwd: projectRoot, stdio: 'ignore' });
  chmodSync(path.join(built, 'svclint.cjs'), 0o755);
});

/** Who reads a YAML block of the README: its first line names the file, or its keys tell. */
const READERS = {
  workflow: (_: string, keys: readonly string[]) => keys.includes('on') && keys.includes('jobs'),
  'pre-commit': (block: string) => block.startsWith('# .pre-commit-config.yaml'),
  lefthook: (block: string) => block.startsWith('# lefthook.yml'),
  'gitlab-ci': (block: string) => block.startsWith('# .gitlab-ci.yml'),
  'circle-ci': (block: string) => block.startsWith('# .circleci/config.yml'),
  'azure-pipelines': (block: string) => block.startsWith('# azure-pipelines.yml'),
} as const;

type Reader = keyof typeof READERS;

const readme = readFileSync(path.join(projectRoot, 'README.md'), 'utf8');

function blocksFor(reader: Reader): string[] {
  return [...readme.matchAll(/^```ya?ml\b[^\n]*\n(.*?)^```$/gms)].flatMap(([, block = '']) => {
    const [document] = parseAllDocuments(block);
    const read: unknown = document && 'toJS' in document ? document.toJS() : undefined;
    return READERS[reader](block, Object.keys(read ?? {})) ? [block] : [];
  });
}

test('workflows of the README are accepted by actionlint, with inputs and outputs that the action has', () => {
  const root = path.join(folder, 'workflows');
  const workflows = path.join(root, '.github/workflows');
  mkdirSync(workflows, { recursive: true });
  must(['git', 'init', '--quiet', root], folder, env);
  copyFileSync(path.join(projectRoot, 'action.yml'), path.join(root, 'action.yml'));
  for (const [index, block] of blocksFor('workflow').entries()) {
    // The action of this checkout: actionlint reads what it takes and gives.
    writeFileSync(path.join(workflows, `${String(index)}.yml`), block.replaceAll(/uses: svclint\/svclint@v\d+(?:\.\d+)*/g, 'uses: ./'));
  }
  // One more, so that there is always something that it would refuse.
  writeFileSync(
    path.join(workflows, 'wrong.yml'),
    'on: push\njobs:\n  lint:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: ./\n        with: { path: k8s }\n',
  );
  const run = (files: readonly string[]): string => must([toolPath('actionlint'), '-no-color', ...files], root, env);
  expect(() => run([path.join(workflows, 'wrong.yml')])).toThrow('input "path" is not defined in action "svclint"');
  const own = readdirSync(workflows).filter(name => name !== 'wrong.yml');
  if (own.length > 0) expect(run(own.map(name => path.join(workflows, name)))).toBe('');
});

test('configurations of the README are accepted by pre-commit and lefthook', () => {
  for (const [index, block] of blocksFor('pre-commit').entries()) {
    const file = path.join(folder, `pre-commit-${String(index)}.yaml`);
    writeFileSync(file, block);
    expect(must([toolPath('pre-commit'), 'validate-config', file], folder, env)).toBe('');
  }
  for (const [index, block] of blocksFor('lefthook').entries()) {
    const root = path.join(folder, `lefthook-${String(index)}`);
    must(['git', 'init', '--quiet', root], folder, env);
    writeFileSync(path.join(root, 'lefthook.yml'), block);
    expect(must(['lefthook', 'validate'], root, env)).toContain('All good');
  }
});

test.each(['gitlab-ci', 'circle-ci', 'azure-pipelines'] as const)('configurations of the README fit the schema of %s', reader => {
  for (const [index, block] of blocksFor(reader).entries()) {
    const file = path.join(folder, `${reader}-${String(index)}.yml`);
    writeFileSync(file, block);
    expect(must([toolPath('check-jsonschema'), '--builtin-schema', `vendor.${reader}`, file], folder, env)).toContain('ok');
  }
});

test('action.yml and the workflows fit the schemas of GitHub', () => {
  const workflows = readdirSync(path.join(projectRoot, '.github/workflows')).map(name => path.join('.github/workflows', name));
  expect(must([toolPath('check-jsonschema'), '--builtin-schema', 'vendor.github-actions', 'action.yml'], projectRoot, env)).toContain('ok');
  expect(must([toolPath('check-jsonschema'), '--builtin-schema', 'vendor.github-workflows', ...workflows], projectRoot, env)).toContain('ok');
});

let count = 0;

/** A repository with svclint among its packages. */
function openShop(files: Readonly<Record<string, string>>): Scene {
  const scene = openScene(path.join(folder, `shop${String((count += 1))}`), env);
  const bin = path.join(scene.root, 'node_modules/.bin');
  mkdirSync(bin, { recursive: true });
  symlinkSync(path.join(built, 'svclint.cjs'), path.join(bin, 'svclint'));
  scene.write({ ...SHOP, ...files, 'package.json': '{"name":"shop","private":true}\n', '.gitignore': 'node_modules\n', '.svclint.yaml': 'complete: true\n' });
  must(['git', 'add', '--all'], scene.root, env);
  must(['git', 'commit', '--quiet', '--message', 'Shop'], scene.root, env);
  return scene;
}

const HOOKS = [
  {
    name: 'husky',
    files: { '.husky/pre-commit': 'npx svclint --staged\n' },
    install: [process.execPath, path.join(toolPackage('husky'), 'bin.js')],
  },
  {
    name: 'lefthook',
    files: { 'lefthook.yml': 'pre-commit:\n  jobs:\n    - name: svclint\n      run: npx svclint --staged\n' },
    install: ['lefthook', 'install'],
  },
] as const;

describe.each(HOOKS)('with $name', ({ name, files, install }) => {
  function open(): Scene {
    const shop = openShop(files);
    must(install, shop.root, env);
    return shop;
  }

  test('its recipe in the README is the one that is tested', () => {
    const [recipe = ''] = Object.values(files);
    if (readme.includes(name)) expect(readme).toContain(recipe.trimEnd());
  });

  test('a commit that breaks a Service is refused, and an edit that is not staged mends nothing', () => {
    const shop = open();
    shop.write({ 'k8s/service.yaml': SHOP['k8s/service.yaml'].replace('app: web', 'app: wbe') });
    must(['git', 'add', 'k8s/service.yaml'], shop.root, env);
    shop.write({ 'k8s/service.yaml': SHOP['k8s/service.yaml'] });
    const { text, code } = shop.run('git', 'commit', '--message', 'Rename');
    expect(code, text).toBe(1);
    expect(text).toContain('k8s/service.yaml:7:5');
    expect(text).toContain('k8s/deployment.yaml:12');
  });

  test('a commit that deletes the Deployment is refused', () => {
    const shop = open();
    must(['git', 'rm', '--quiet', 'k8s/deployment.yaml'], shop.root, env);
    const { text, code } = shop.run('git', 'commit', '--message', 'Remove');
    expect(code, text).toBe(1);
    expect(text).toContain('service-selects-no-pods');
  });

  test('with --all, which gives the hook an index of its own, it is refused too', () => {
    const shop = open();
    shop.write({ 'k8s/service.yaml': SHOP['k8s/service.yaml'].replace('app: web', 'app: wbe') });
    expect(shop.run('git', 'commit', '--all', '--message', 'Rename').code).toBe(1);
  });

  test('a sound commit passes', () => {
    const shop = open();
    shop.write({ 'README.md': '# The shop\n' });
    const { text, code } = shop.run('git', 'commit', '--all', '--message', 'Title');
    expect(code, text).toBe(0);
  });
});
