import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../src/core/kustomize/build.ts';
import { memoryBuildFiles } from '../harness/memory-build-files.ts';
import { makeScene, type Scene } from '../harness/kustomize/scene.ts';
import { kubernetesTools } from './tools.ts';

const FIRST_SEED = 0;
const SCENES = 500;
const PART = 50;

interface Outcome {
  readonly fails: boolean;
  readonly text: string;
}

let folder: string;
let kubectl: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'svclint-kustomize-'));
  kubectl = path.join(kubernetesTools('1.35'), 'kubectl');
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function byKubectl({ files, root }: Scene, seed: number): Outcome | 'panic' {
  const directory = path.join(folder, String(seed));
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(directory, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const { status, stdout, stderr } = spawnSync(kubectl, ['kustomize', root], { cwd: directory, encoding: 'utf8' });
  if (stderr.startsWith('panic: ') || stderr.includes('\npanic: ')) return 'panic';
  return { fails: status !== 0, text: status === 0 ? stdout : '' };
}

function bySvclint({ files, root }: Scene): Outcome {
  const { faults, text } = build(root, { files: memoryBuildFiles(files) });
  return { fails: faults.length > 0, text: faults.length > 0 ? '' : text };
}

const seedsFrom = (first: number): number[] => Array.from({ length: PART }, (_, i) => first + i);

describe('builds of kustomizations by chance', () => {
  it('meet kustomize 5.7', () => {
    expect(execFileSync(kubectl, ['version', '--client'], { encoding: 'utf8' })).toContain('Kustomize Version: v5.7.');
  });

  it.each(Array.from({ length: SCENES / PART }, (_, i) => FIRST_SEED + i * PART))('print what kubectl prints, or fail as it does, from seed %i', first => {
    for (const seed of seedsFrom(first)) {
      const scene = makeScene(seed);
      const wanted = byKubectl(scene, seed);
      if (wanted !== 'panic') expect({ seed, ...bySvclint(scene) }).toEqual({ seed, ...wanted });
    }
  });

  it('are worth comparing: most of them build', () => {
    const built = seedsFrom(FIRST_SEED).filter(seed => !bySvclint(makeScene(seed)).fails);
    expect(built.length).toBeGreaterThan(PART / 2);
  });
});
