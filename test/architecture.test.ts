import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { countLines, measureFunctions } from './harness/budgets.ts';
import { faultOf, partOf } from './harness/floors.ts';
import { findCircle, findImports, findSources } from './harness/imports.ts';
import { projectRoot } from './harness/shared.ts';

const isGenerated = (file: string): boolean => /^rules\/index\.ts$|\.generated\.ts$/.test(file);
const product = [...findSources('src'), ...(existsSync(path.join(projectRoot, 'rules')) ? findSources('rules') : [])];
const written = [...product, ...findSources('test')].filter(file => !isGenerated(file));

describe('imports', () => {
  test('go one way, along the table', () => {
    expect(product.flatMap(findImports).flatMap(edge => faultOf(edge) ?? [])).toEqual([]);
  });

  test('form no circle between files', () => {
    expect(findCircle(product.flatMap(findImports))).toBeUndefined();
  });

  test('every file belongs to a part', () => {
    expect(product.filter(file => partOf(file) === undefined)).toEqual([]);
  });

  test.each([
    ['src/core/text/span.ts', 'src/core/yaml/tree.ts'],
    ['src/core/model/service.ts', 'src/core/rule/finding.ts'],
    ['src/core/engine/run.ts', 'rules/index.ts'],
    ['src/core/engine/run.ts', 'node:fs'],
    ['src/core/engine/run.ts', 'src/node/files.ts'],
    ['src/core/text/span.ts', 'yaml'],
    ['rules/a/rule.ts', 'rules/b/rule.ts'],
    ['rules/a/rule.ts', 'src/core/model/service.ts'],
    ['src/cli/main.ts', 'rules/index.ts'],
    ['src/node/files.ts', 'src/cli/main.ts'],
    ['src/index.ts', 'src/cli/main.ts'],
    ['src/elsewhere/a.ts', 'src/core/text/span.ts'],
  ])('%s may not import %s', (from, to) => {
    expect(faultOf({ from, to })).toContain(from);
  });

  test('a circle is found', () => {
    const edges = [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'c' },
      { from: 'c', to: 'b' },
    ];
    expect(findCircle(edges)).toEqual(['b', 'c', 'b']);
  });
});

describe('budgets', () => {
  test('files have at most 250 lines, rules 120', () => {
    expect(written.filter(file => countLines(file) > (file.endsWith('/rule.ts') ? 120 : 250))).toEqual([]);
  });

  test('functions have at most 40 lines and 4 parameters', () => {
    const long = product.flatMap(file =>
      measureFunctions(file)
        .filter(({ lines, parameters }) => lines > 40 || parameters > 4)
        .map(({ name, lines, parameters }) => `${file} ${name}: ${String(lines)} lines, ${String(parameters)} parameters`),
    );
    expect(long).toEqual([]);
  });
});

describe('names', () => {
  test('no file or folder has a name that says nothing', () => {
    expect(written.filter(file => /(?:^|\/)(?:utils?|helpers?|common|managers?|misc)(?:[./-]|$)/.test(file))).toEqual([]);
  });

  test('files are in kebab case', () => {
    expect(written.filter(file => !/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/.test(path.posix.basename(file)))).toEqual([]);
  });

  test('every path that CONTRIBUTING names exists', () => {
    const text = readFileSync(path.join(projectRoot, '.github/CONTRIBUTING.md'), 'utf8');
    const paths = [...text.matchAll(/`((?:\.github|\.ci|src|rules|schemas|test)\/[\w./-]*)`/g)].map(([, name]) => name ?? '');
    expect(paths.length).toBeGreaterThan(10);
    expect(paths.filter(name => !existsSync(path.join(projectRoot, name)))).toEqual([]);
  });
});

test('the core and the rules cannot touch the computer', () => {
  const core = path.join(projectRoot, 'src/core');
  const config = ts.getParsedCommandLineOfConfigFile(path.join(core, 'tsconfig.json'), {}, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined });
  const probe = path.join(core, 'probe.ts');
  const text = `export const seen = [process.pid, console.log, fetch('')];\n`;
  const host = ts.createCompilerHost(config?.options ?? {});
  const readFile = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) => (path.resolve(name) === probe ? ts.createSourceFile(name, text, ts.ScriptTarget.Latest) : readFile(name, ...rest));
  const program = ts.createProgram([...(config?.fileNames ?? []), probe], config?.options ?? {}, host);
  const messages = ts.getPreEmitDiagnostics(program, program.getSourceFile(probe)).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  expect(messages.map(message => /'(\w+)'/.exec(message)?.[1])).toEqual(['process', 'console', 'fetch']);
});
