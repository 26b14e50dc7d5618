import { BASELINE_VERSION, FINGERPRINT_LENGTH } from './baseline.ts';

const entry = {
  rule: { type: 'string', minLength: 1, description: 'Id of the rule.' },
  path: { type: 'string', minLength: 1, description: 'The file, from the top of the repository, with "/".' },
  object: { type: ['string', 'null'], minLength: 1, description: 'The object, for those who read the file; null where there is none.' },
  severity: { enum: ['error', 'warning', 'info'], description: 'A finding of a higher severity is a new one.' },
  count: { type: 'integer', minimum: 1, description: 'How many findings of the file have the fingerprint.' },
  fingerprint: {
    type: 'string',
    pattern: `^[0-9a-f]{${String(FINGERPRINT_LENGTH)}}$`,
    description: 'The same for the same fault after lines and files moved and wording changed.',
  },
};

/** JSON Schema of what `--update-baseline` writes. */
export function buildBaselineSchema(): object {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'https://github.com/svclint/svclint/blob/main/schemas/baseline.schema.json',
    title: 'Baseline of svclint',
    type: 'object',
    required: ['version', 'findings'],
    properties: {
      version: { const: BASELINE_VERSION, description: 'Version of this contract.' },
      findings: {
        type: 'array',
        items: { type: 'object', required: Object.keys(entry), properties: entry, additionalProperties: false },
        description: 'Findings that are known, sorted, one a line.',
      },
    },
    additionalProperties: false,
  };
}
