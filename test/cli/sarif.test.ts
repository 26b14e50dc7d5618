import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { useCli } from '../harness/run-cli.ts';

const run = useCli();

const service = (name: string): string =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\nspec:\n  type: NodePort\n  ports:\n  - port: 80\n    nodePort: 81\n`;

const BROKEN = 'apiVersion: v1\nkind: Service\nmetadata: {name: api\n';

interface Result {
  readonly ruleId: string;
  readonly locations: readonly [{ readonly physicalLocation: { readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string } } }];
  readonly partialFingerprints: { readonly primaryLocationLineHash: string };
  readonly suppressions?: readonly unknown[];
}

interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string; readonly help: { readonly markdown: string } }[] } };
  readonly automationDetails?: { readonly id: string };
  readonly results: readonly Result[];
}

const readRun = (stdout: string): Run => {
  const { runs } = JSON.parse(stdout) as { runs: [Run] };
  return runs[0];
};

/** Where the results stand and what code scanning tells them by. */
const told = (stdout: string): string[][] =>
  readRun(stdout).results.map(({ ruleId, locations: [{ physicalLocation }], partialFingerprints }) => [
    ruleId,
    physicalLocation.artifactLocation.uri,
    physicalLocation.artifactLocation.uriBaseId ?? '',
    partialFingerprints.primaryLocationLineHash,
  ]);

describe('SARIF', () => {
  const files = { 'shop/.git/HEAD': '', 'shop/k8s/a b.yaml': service('web'), 'shop/k8s/broken.yaml': BROKEN, 'elsewhere/x.txt': '' };

  test('is the same from wherever svclint is started', () => {
    const top = told(run(files, ['k8s', '-f', 'sarif'], { cwd: 'shop' }).stdout);
    expect(top).toMatchObject([
      ['node-port-out-of-range', 'k8s/a%20b.yaml', '%SRCROOT%', expect.stringMatching(/^[0-9a-f]{32}:1$/) as string],
      ['yaml-syntax-error', 'k8s/broken.yaml', '%SRCROOT%', expect.stringMatching(/^[0-9a-f]{32}:1$/) as string],
    ]);
    expect(told(run(files, ['.', '-f', 'sarif'], { cwd: 'shop' }).stdout)).toEqual(top);
    expect(told(run(files, ['-f', 'sarif'], { cwd: 'shop/k8s' }).stdout)).toEqual(top);
    expect(told(run(files, ['../shop', '-f', 'sarif'], { cwd: 'elsewhere' }).stdout)).toEqual(top);
    expect(told(run(files, ['shop/k8s/a b.yaml', 'shop/k8s/broken.yaml', '-f', 'sarif']).stdout)).toEqual(top);
    const shell = '"$1" "$2" "$(cd ../shop && pwd)/k8s" -f sarif';
    expect(told(run(files, [], { cwd: 'elsewhere', shell }).stdout)).toEqual(top);
  });

  test('declares the rules that ran, with the help of their pages', () => {
    const usual = readRun(run(files, ['-f', 'sarif'], { cwd: 'shop' }).stdout).tool.driver.rules;
    const strict = readRun(run(files, ['-f', 'sarif', '--preset', 'strict'], { cwd: 'shop' }).stdout).tool.driver.rules;
    expect(usual.length).toBeGreaterThan(100);
    expect(strict.length).toBeGreaterThan(usual.length);
    expect(usual.filter(({ help }) => !help.markdown.startsWith('## What it finds\n')).map(({ id }) => id)).toEqual([]);
  });

  test('keeps suppressed findings and has a category where it is asked to', () => {
    const hidden = { 'web.yaml': service('web').replace('    nodePort', '    # svclint-disable-next-line node-port-out-of-range\n    nodePort') };
    expect(readRun(run(hidden, ['.', '-f', 'sarif']).stdout)).toMatchObject({ results: [] });
    expect(readRun(run(hidden, ['.', '-f', 'sarif']).stdout)).not.toHaveProperty('automationDetails');
    expect(readRun(run(hidden, ['.', '-f', 'sarif', '--sarif-suppressed', '--sarif-category', 'k8s/prod']).stdout)).toMatchObject({
      automationDetails: { id: 'k8s/prod/' },
      results: [{ ruleId: 'node-port-out-of-range', suppressions: [{ kind: 'inSource' }] }],
    });
  });

  test('of more findings than code scanning shows says so on stderr', () => {
    // Each has a node port out of range, and all but the first have a taken one.
    const many = Array.from({ length: 2501 }, (_, index) => service(`web-${String(index)}`)).join('---\n');
    const { root, stdout, stderr } = run({ 'web.yaml': many }, ['.', '-q', '-f', 'compact', '-o', 'sarif=out.sarif']);
    expect(stdout.split('\n').length).toBeGreaterThan(5000);
    expect(stderr).toBe('svclint: SARIF: 5,001 findings are more than code scanning shows: the 5,000 most severe ones\n');
    expect(readRun(readFileSync(path.join(root, 'out.sarif'), 'utf8')).results).toHaveLength(5001);
  });
});
