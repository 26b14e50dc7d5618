import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { projectRoot } from '../harness/shared.ts';
import { toolPath } from './tools.ts';

test('the workflows of this repository are accepted by actionlint', () => {
  expect(execFileSync(toolPath('actionlint'), ['-no-color'], { cwd: projectRoot, encoding: 'utf8' })).toBe('');
});
