import { describe, expect, it } from 'vitest';
import { answersOf, buildTexts, linesOf, objectOf, textOf } from '../../harness/built.ts';
import { nodeAt } from '../../../src/core/kustomize/node.ts';
import { expandVars, type VarValue } from '../../../src/core/kustomize/vars-expand.ts';

describe('expansion of vars (K-121)', () => {
  const values = new Map<string, VarValue['value']>([
    ['A', 'a'],
    ['N', 5],
    ['REF', '$(A)'],
    ['EMPTY', ''],
  ]);
  const expand = (text: string): string | number | boolean =>
    expandVars(text, name => {
      const value = values.get(name);
      return value === undefined ? undefined : ({ name, value } as VarValue);
    });

  it.each([
    ['$(A)', 'a'],
    ['$(N)', 5],
    ['x$(N)', 'x5'],
    ['$(A)-$(A)', 'a-a'],
    ['$$(A)', '$(A)'],
    ['$$$(A)', '$a'],
    ['$(UNKNOWN)', '$(UNKNOWN)'],
    ['$(REF)', '$(A)'],
    ['a$(EMPTY)b', 'ab'],
    ['$A ${A} $', '$A ${A} $'],
    ['x$(A', 'x$(A'],
    ['$($(A)', '$($(A)'],
  ])('%s', (text, expected) => {
    expect(expand(text)).toBe(expected);
  });

  it('is quick on openers without end', () => {
    expect(expand('$('.repeat(200_000))).toHaveLength(400_000);
  });
});

const SERVICE = 'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {ports: [{port: 80}]}\n';
const POD = 'apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: [{name: c, args: ["--to=$(HOST)", "$(PORT)"]}]}\n';
const VARS = `namePrefix: x-
resources: [all.yaml]
vars:
- {name: HOST, objref: {apiVersion: v1, kind: Service, name: web}}
- {name: PORT, objref: {apiVersion: v1, kind: Service, name: web}, fieldref: {fieldpath: "spec.ports[0].port"}}
`;

describe('vars (K-121)', () => {
  it('hold final names, and keep the type of what they read', () => {
    expect(textOf({ 'kustomization.yaml': VARS, 'all.yaml': `${SERVICE}---\n${POD}` })).toContain('- args:\n    - --to=x-web\n    - 80\n');
  });

  it('are told where the text is that they stand in, with their value and their entry', () => {
    const built = buildTexts({ 'kustomization.yaml': VARS, 'all.yaml': `${SERVICE}---\n${POD}` });
    const containers = nodeAt(objectOf(built, 'Pod').root, 'spec', 'containers');
    const [container] = containers?.kind === 'list' ? containers.items : [];
    const args = container && nodeAt(container, 'args');
    const [first] = args?.kind === 'list' ? args.items : [];
    expect(first && linesOf(first.origin)).toEqual(['all.yaml:9', 'all.yaml:3 the var "HOST" reads it here', 'kustomization.yaml:4 the var "HOST" puts it in']);
  });

  it('have to name an object with the field', () => {
    const missing = VARS.replaceAll('name: web', 'name: nope');
    expect(answersOf({ 'kustomization.yaml': missing, 'all.yaml': SERVICE })[0]).toBe(
      "var '{HOST Service.v1.[noGrp] {metadata.name}}' cannot be mapped to a field in the set of known resources",
    );
    const field = VARS.replace('spec.ports[0].port', 'spec.ports[3].port');
    expect(answersOf({ 'kustomization.yaml': field, 'all.yaml': SERVICE })).toEqual([
      "field specified in var '{PORT Service.v1.[noGrp] {spec.ports[3].port}}' not found in corresponding resource",
    ]);
  });

  it('have one name each', () => {
    expect(answersOf({ 'kustomization.yaml': VARS.replace('PORT', 'HOST'), 'all.yaml': SERVICE })[0]).toMatch(/var 'HOST' already encountered$/);
  });

  it('that nothing uses are warned of', () => {
    expect(buildTexts({ 'kustomization.yaml': VARS, 'all.yaml': SERVICE }).warnings.at(-1)).toBe('well-defined vars that were never replaced: HOST,PORT');
  });
});
