import type { RuleMeta } from '../rule/define-rule.ts';
import { configurationShape, KEYS } from './keys.ts';
import type { JsonSchema } from './reader.ts';
import { LEVELS } from './rule-settings.ts';

/** JSON Schema of `.svclint.yaml`, for editors: made of the table that reads it. */
export function renderConfigurationSchema(rules: readonly RuleMeta[]): string {
  const schema: JsonSchema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Configuration of svclint (.svclint.yaml)',
    definitions: { level: { enum: [...LEVELS] } },
    ...configurationShape.schema(rules),
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/** The keys as a table in Markdown, for the README. */
export function renderConfigurationKeys(): string {
  const rows = Object.entries(KEYS).map(([name, key]) => {
    const without = key.default === undefined ? '' : `\`${key.default}\``;
    return `| \`${name}\` | ${key.about} | \`${key.example}\` | ${without} |\n`;
  });
  return `| key | what it sets | example | default |\n|---|---|---|---|\n${rows.join('')}`;
}
