import { defineRule, labelOf, valueOf } from '../../src/core/api.ts';
import { setScalar } from '../../src/core/rule/edits.ts';
import type { RuleFolder } from '../../src/dev/rule-folders.ts';

/** A rule for the tests of the harness: no Service has port 7. */
export const toyRule = defineRule({
  id: 'port-seven',
  title: 'Port 7 brings bad luck',
  category: 'wiring',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'service-port',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'object',
  variants: { seven: 'warning' },
  questions: { large: { one: 'port is large', many: 'ports are large', decide: 'look at it' } },

  *check({ service, number: port }) {
    if (port.state !== 'known') return;
    if (port.value > 9000) yield { undecided: 'large', at: port.at };
    if (port.value !== 7) return;
    yield {
      variant: 'seven',
      message: `Port 7 of ${labelOf(service.resource)} brings bad luck, so it breaks`,
      at: port.at,
      help: 'Use port 8',
      related: [{ at: service.resource.body.at.atKey, note: `the name is "${valueOf(service.resource.name) ?? ''}"` }],
      fixes: [{ title: 'Use port 8', safety: 'unsafe', edits: [setScalar(port.at, 8)] }],
    };
  },
});

const service = (port: string): string => `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  # The port is kept.
  ports:
    - port: ${port}
`;

const block = (info: string, text: string): string => `\`\`\`${info}\n${text}\`\`\`\n\n`;

export const toyPage = `# Port 7 brings bad luck

## What it finds

## Why it matters

## How to fix it

## Examples

${block('yaml bad', service('7'))}${block(
  'text output',
  'example.yaml:8:7: warning: Port 7 of Service "web" brings bad luck, so it breaks [port-seven]\n  example.yaml:1:1: the name is "web"\n  help: Use port 8\n',
)}${block('yaml fixed', service('8'))}${block('yaml good', service('8'))}## When it stays silent

- The port is a template

${block('yaml good', service('{{ port }}'))}- The port is large

${block('yaml good', service('9001'))}${block('text output', '1 port is large (example.yaml:8:7): look at it\n')}`;

export const toyFolder = (docs: string = toyPage): RuleFolder => ({ id: toyRule.id, rule: toyRule, docs, cases: undefined });
