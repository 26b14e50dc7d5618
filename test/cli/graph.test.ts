import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { buildGraphSchema } from '../../src/core/report/graph/graph-schema.ts';
import { useCli } from '../harness/run-cli.ts';
import { hostileFiles, shopFiles } from './graph-input.ts';

const run = useCli();
const validate = new Ajv({ allowUnionTypes: true }).compile(buildGraphSchema());

describe('svclint graph', () => {
  test('prints a page, and exits with 0 whatever is broken', () => {
    const { code, stdout, stderr } = run(shopFiles, ['graph', '.']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^<!doctype html>/);
    expect(stdout).toContain('service-selects-no-pods');
  });

  test('JSON is what the schema says, and tells both ends and the finding', () => {
    const { stdout } = run(shopFiles, ['graph', '--format', 'json', '.']);
    const graph: unknown = JSON.parse(stdout);
    expect(validate(graph), JSON.stringify(validate.errors)).toBe(true);
    expect(graph).toMatchObject({
      version: 1,
      edges: [{ from: 'Service/shop/web', to: 'Deployment/shop/web', as: 'selects', broken: 'error', findings: [0] }],
      findings: [{ rule: 'service-selects-no-pods', severity: 'error', path: 'web.yaml', line: 5 }],
    });
  });

  test('DOT and Mermaid are texts to read', () => {
    expect(run(shopFiles, ['graph', '--format', 'dot', '.']).stdout).toMatchInlineSnapshot(`
      "digraph svclint {
        rankdir=LR;
        node [fontname="Helvetica", fontsize=11];
        edge [fontname="Helvetica", fontsize=9, color="#66707d"];
        subgraph cluster_0 {
          label="shop";
          style=rounded;
          color="#b5bcc7";
          n0 [label="web\\nService", shape=box, style="rounded", color="#c11c2b", penwidth=2];
          n1 [label="web\\nDeployment", shape=box, style="rounded"];
        }
        n0 -> n1 [label="selects 80\\nservice-selects-no-pods", tooltip="Service \\"web\\" selects app \\"wbe\\", its pods carry \\"web\\", so it gets no endpoints", color="#c11c2b", fontcolor="#c11c2b", penwidth=2, style=dotted];
      }
      "
    `);
    expect(run(shopFiles, ['graph', '--format', 'mermaid', '.']).stdout).toMatchInlineSnapshot(`
      "flowchart LR
        subgraph g0["shop"]
          n0["web<br>Service"]
          n1["web<br>Deployment"]
        end
        n0 ==>|"selects 80"| n1
        classDef error stroke:#c11c2b,stroke-width:2px
        classDef warning stroke:#b26a00,stroke-width:2px
        classDef absent stroke-dasharray:4 3
        class n0 error
        linkStyle 0 stroke:#c11c2b,color:#c11c2b
      "
    `);
  });

  test('files alone leave one line for stdout', () => {
    const { code, stdout, root } = run(shopFiles, ['graph', '--output', 'svg=graph.svg', '--output', 'html=graph.html', '.']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '2 objects, 1 connection, 1 broken\n' });
    expect(readFileSync(path.join(root, 'graph.svg'), 'utf8')).toMatch(/^<\?xml/);
    expect(existsSync(path.join(root, 'graph.html'))).toBe(true);
  });

  test.each([
    [['--format', 'png', '.'], 'svclint: format "png" is unknown\n'],
    [['--output', 'svg', '.'], 'svclint: value "svg" of --output is not FORMAT=FILE\n  Write for example --output html=graph.html\n'],
    [['--focus', 'wep', '.'], 'svclint: no object is called "wep"\n  Did you mean "web"?\n'],
  ])('%j does not start', (args, stderr) => {
    const outcome = run(shopFiles, ['graph', ...args]);
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toContain(stderr);
  });

  test('no objects are a page as well', () => {
    expect(run({ 'a.yaml': 'a: b\n' }, ['graph', '.']).stdout).toContain('No objects found');
    expect(run({ 'a.yaml': 'a: b\n' }, ['graph', '--format', 'svg', '.']).stdout).toContain('</svg>');
  });
});

describe('hostile names', () => {
  test.each(['html', 'svg', 'dot', 'mermaid', 'json'])('are text in %s: no line, tag or escape of theirs gets through', format => {
    const { code, stdout } = run(hostileFiles, ['graph', '--format', format, '.']);
    expect(code).toBe(0);
    // Controls and marks that reorder text are told, not written.
    const written = stdout.replace(/<script>.*<\/script>/s, '<script>');
    expect(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069\u2028]/u.test(written)).toBe(false);
    if (format === 'html') expect(written.match(/<script/g)).toHaveLength(2);
    if (format === 'svg') expect(stdout).not.toMatch(/<script|<img/);
    if (format === 'mermaid') expect(stdout.replaceAll(/"[^"\n]*"/g, '')).not.toMatch(/img|alert|click|init/);
    if (format === 'dot') expect(stdout.replaceAll(/"(?:[^"\\\n]|\\.)*"/g, '')).not.toMatch(/img|alert|click/);
    if (format === 'json') expect(validate(JSON.parse(stdout))).toBe(true);
  });
});
