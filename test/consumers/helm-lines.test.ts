import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { YamlDocument } from '../../src/core/yaml/source-file.ts';
import { readTemplateLines, type TemplateLine } from '../../src/node/helm/template-lines.ts';
import { describeShared } from '../harness/shared.ts';
import { renderIn } from './chart-scene.ts';
import { kubernetesTools } from './tools.ts';

const read = new Map<string, readonly TemplateLine[]>();

function linesOf(text: string): readonly TemplateLine[] {
  const lines = read.get(text) ?? readTemplateLines(text);
  read.set(text, lines);
  return lines;
}

/** Whether the texts around the actions of a template's line stand in a rendered line, in their order. */
function fits(form: string, rendered: string): boolean {
  const text = rendered.replaceAll(/\s+/g, '');
  let at = 0;
  for (const [index, part] of form.replaceAll(/\s+/g, '').split('X').entries()) {
    const found = index === 0 && !text.startsWith(part) ? -1 : text.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return true;
}

/** Whether a line of a template can have made a rendered line: by its own text, or by an action that writes what it is given. */
function canMake({ form, actions, writes, breaksWithin }: TemplateLine, rendered: string): boolean {
  if (actions.length === 0 && !breaksWithin) return form.trim() === rendered.trim() || form.trim().replace(/\s+#.*$/, '') === rendered.trim();
  if (actions.some(({ body }) => /\b(?:toYaml|n?indent|include|template|tpl)\b/.test(body))) return true;
  return breaksWithin || (writes && fits(form, rendered));
}

/** Lines of a document that hold something, and those of them whose source can have made them. */
function measure({ tree, origins, file }: YamlDocument): readonly [number, number] {
  const seen = new Set<number>();
  let right = 0;
  for (let node = 0; tree && node < tree.size; node++) {
    const { line } = file.lines.position(tree.start(node));
    const at = origins?.of(node).at;
    if (seen.has(line) || !at || file.lines.lineText(line) === '---') continue;
    seen.add(line);
    const template = linesOf(at.file.text)[at.file.lines.position(at.valueSpan.start).line - 1];
    if (template && canMake(template, file.lines.lineText(line))) right++;
  }
  return [seen.size, right];
}

describeShared('lines of real charts', 'corpus', corpus => {
  const roots = readdirSync(corpus)
    .map(name => path.join(corpus, name, 'helm'))
    .filter(root => existsSync(root));

  test('99 of 100 come from a line that can have made them', async () => {
    let [lines, right, charts] = [0, 0, 0];
    for (const root of roots) {
      const rendered = await renderIn(root, kubernetesTools('1.35'));
      for (const { values, documents } of rendered.charts) {
        if (values.length > 0) continue;
        charts++;
        for (const document of documents) {
          const [all, fine] = measure(document);
          lines += all;
          right += fine;
        }
      }
    }
    expect(charts).toBeGreaterThan(40);
    expect(lines).toBeGreaterThan(40_000);
    expect(right / lines).toBeGreaterThan(0.99);
  });
});
