import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import type { BuildObject } from '../../src/core/kustomize/object.ts';
import type { ScalarNode } from '../../src/core/kustomize/node.ts';
import { describeShared, findShared } from '../harness/shared.ts';
import { build, filesBelow } from './kustomize.ts';
import { countFiles, readAt, scalarsIn, textOf } from './provenance.ts';

/** A value of an object that a build prints. */
interface Rendered {
  readonly set: string;
  readonly text: string;
  readonly node: ScalarNode;
  readonly isGenerated: boolean;
  readonly isChanged: boolean;
  /** Whether one YAML file of the build says the same, and no other. */
  readonly isInOneFile: boolean;
  /** What its place says. */
  readonly read: string | undefined;
}

function isGenerated({ root }: BuildObject): boolean {
  return /^(?:configMap|secret)Generator/.test(root.origin.at.path);
}

function valuesOf(set: string, files: ReturnType<typeof filesBelow>): Rendered[] {
  const built = build(set, { files });
  const counts = countFiles(built, files);
  return built.objects.flatMap(object =>
    scalarsIn(object.root).map(node => {
      const text = textOf(node);
      const { at, changes } = node.origin;
      return { set, text, node, isGenerated: isGenerated(object), isChanged: changes.length > 0, isInOneFile: counts.get(text) === 1, read: readAt(at) };
    }),
  );
}

function tell({ set, text, node, read }: Rendered): string {
  const { file, valueSpan } = node.origin.at;
  return `${set}: "${text.slice(0, 60)}" is "${String(read?.slice(0, 60))}" in ${file.path}:${String(file.lines.position(valueSpan.start).line)}`;
}

/** Data of a generator is part of a literal, of a line or all of a file, and in base64 where it is secret; the rest is named by nobody. */
function isOfGenerator({ text, node }: Rendered): boolean {
  const { file, valueSpan } = node.origin.at;
  const written = file.text.slice(valueSpan.start, valueSpan.end);
  const decoded = Buffer.from(text, 'base64').toString();
  return ['v1', 'ConfigMap', 'Secret', 'Opaque'].includes(text) || [text, decoded].some(said => written.includes(said) || file.text === said);
}

describeShared('where the values of built kustomizations stand', 'conformance/kustomize/golden.tsv', file => {
  const rendered: Rendered[] = [];
  beforeAll(() => {
    const files = filesBelow(findShared('corpus') ?? '');
    const [, ...rows] = readFileSync(file, 'utf8').trim().split('\n');
    for (const [set = '', exit] of rows.map(row => row.split('\t'))) if (exit === '0') rendered.push(...valuesOf(set, files));
  });

  it('a value that nothing changes is what its place says', () => {
    const unchanged = rendered.filter(value => !value.isChanged && !value.isGenerated);
    expect(unchanged.filter(({ text, read }) => read !== text).map(tell)).toEqual([]);
    expect(unchanged.length).toBeGreaterThan(70_000);
  });

  it('a value of a generator stands in what it reads', () => {
    expect(rendered.filter(value => !value.isChanged && value.isGenerated && value.read !== value.text && !isOfGenerator(value)).map(tell)).toEqual([]);
  });

  it('each change has a place', () => {
    const places = rendered.flatMap(({ node }) => [node.origin.at, ...node.origin.changes.map(({ at }) => at)]);
    const none = places.filter(at => at.file.path === '' || at.valueSpan.start > at.valueSpan.end || at.valueSpan.end > at.file.text.length);
    expect(none.map(at => at.path)).toEqual([]);
  });

  /** What generators, vars, replacements and prefixes make may also be written elsewhere by chance: nothing comes from there. */
  it('of values that stand in one file of the build, all but those that are made have their place there', () => {
    const inOneFile = rendered.filter(value => value.isInOneFile);
    const elsewhere = inOneFile.filter(({ text, read }) => read !== text);
    const [generated, changed] = [elsewhere.filter(value => value.isGenerated), elsewhere.filter(value => !value.isGenerated && value.isChanged)];
    expect({
      all: inOneFile.length,
      generated: generated.length,
      changed: changed.length,
      unexplained: elsewhere.length - generated.length - changed.length,
    }).toEqual({ all: 41_250, generated: 57, changed: 24, unexplained: 0 });
  });
});
