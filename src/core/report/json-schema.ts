/** A JSON Schema of what svclint writes. */
export type JsonSchema = Readonly<Record<string, unknown>>;

export const text = (description: string): JsonSchema => ({ type: 'string', description });
export const textOrNull = (description: string): JsonSchema => ({ type: ['string', 'null'], description });
export const count = (description: string): JsonSchema => ({ type: 'integer', minimum: 0, description });
export const line = (description: string): JsonSchema => ({ type: ['integer', 'null'], minimum: 1, description });
export const choice = (values: readonly (string | null)[], description: string): JsonSchema => ({ enum: values, description });
export const listOf = (items: JsonSchema, description: string): JsonSchema => ({ type: 'array', items, description });
export const refer = (name: string): JsonSchema => ({ $ref: `#/definitions/${name}` });

/** An object with these properties and no others, all of them there. */
export function closed(properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return { type: 'object', required: Object.keys(properties), properties, additionalProperties: false };
}

/** The same, or null. */
export function closedOrNull(description: string, properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return { ...closed(properties), type: ['object', 'null'], description };
}

/** What stands at the top of a published schema. */
export function publish(file: string, title: string, schema: JsonSchema): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: `https://github.com/svclint/svclint/blob/main/schemas/${file}`,
    title,
    ...schema,
  };
}
