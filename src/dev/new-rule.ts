import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CATEGORIES } from '../core/rule/define-rule.ts';
import { writeStale, type GeneratedFile } from './generated-file.ts';
import { renderNewRule } from './rule-template.ts';

const USAGE = `usage: npm run new-rule <id> -- --category <category> --subject <subject>

<id> names the problem, in kebab case, so that "allow <id>" reads as English.
Categories: ${CATEGORIES.join(', ')}.
The subject is what the rule is called with, one at a time: file, document, resource, service, service-port, container, cluster ...
`;

function readPlan(argv: readonly string[]): GeneratedFile[] | string {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { category: { type: 'string' }, subject: { type: 'string', default: 'resource' } },
  });
  const [id, ...others] = positionals;
  const category = CATEGORIES.find(name => name === values.category);
  if (id === undefined || others.length > 0 || category === undefined) return USAGE;
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(id)) return `"${id}" is not in kebab case\n\n${USAGE}`;
  if (existsSync(`rules/${id}`)) return `rules/${id} exists\n`;
  return renderNewRule({ id, category, subject: values.subject });
}

const plan = readPlan(process.argv.slice(2));
if (typeof plan === 'string') {
  process.stderr.write(plan);
  process.exitCode = 2;
} else for (const path of writeStale(plan)) process.stdout.write(`written: ${path}\n`);
