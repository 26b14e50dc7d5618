import type { Category } from '../core/rule/define-rule.ts';
import type { GeneratedFile } from './generated-file.ts';

export interface NewRule {
  readonly id: string;
  readonly category: Category;
  readonly subject: string;
}

const FENCE = '```';

function renderModule({ id, category, subject }: NewRule): string {
  return `import { defineRule } from '../../src/core/api.ts';

export default defineRule({
  id: '${id}',
  title: 'The fact and its consequence in one line',
  category: '${category}',
  severity: 'warning',
  presets: ['recommended'],
  subject: '${subject}',
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { found: 'warning' },

  // Yields only on a proven "no": an unknown value is silence.
  *check() {},
});
`;
}

const PAGE = `# The fact and its consequence in one line

<!-- facts -->
<!-- /facts -->

## What it finds

## Why it matters

## How to fix it

## Examples

${FENCE}yaml bad
apiVersion: v1
kind: Service
metadata:
  name: web
${FENCE}

${FENCE}text output
(UPDATE=1 npm run generate writes what the linter prints)
${FENCE}

${FENCE}yaml good
apiVersion: v1
kind: Service
metadata:
  name: web
${FENCE}

## When it stays silent

- The value is a template

${FENCE}yaml good
apiVersion: v1
kind: Service
metadata:
  name: {{ name }}
${FENCE}
`;

/** A rule folder whose page fails until the rule speaks. */
export function renderNewRule(rule: NewRule): GeneratedFile[] {
  return [
    { path: `rules/${rule.id}/rule.ts`, text: renderModule(rule) },
    { path: `rules/${rule.id}/docs.md`, text: PAGE },
  ];
}
