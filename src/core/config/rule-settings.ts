import type { RuleMeta } from '../rule/define-rule.ts';
import type { Severity } from '../rule/finding.ts';
import type { OptionDefinition, OptionTable, OptionValue } from '../rule/options.ts';
import type { Cursor } from '../yaml/cursor.ts';
import type { Place } from '../yaml/place.ts';
import { isOfAbsentPlugin, pluginOf } from '../rule/plugin.ts';
import { keyOf, withConsequence, type JsonSchema, type Reader, type Shape } from './reader.ts';
import { boolean, choice, listOf, text } from './shapes.ts';

/** What a configuration says of one rule. Options alone switch a rule on with its own severities. */
export interface RuleSetting {
  readonly severity?: Severity | 'off' | undefined;
  readonly options?: Readonly<Record<string, OptionValue>> | undefined;
}

/** What is written for a rule, with its place. */
export interface WrittenSetting extends RuleSetting {
  readonly at: Place;
}

export const LEVELS = ['off', 'info', 'warning', 'error'] as const;
export type Level = (typeof LEVELS)[number];

export const level: Shape<Level> = choice(LEVELS);

const integer: Shape<number> = {
  read(cursor, reader) {
    const field = cursor.number();
    return field.state === 'known' && Number.isSafeInteger(field.value) ? field.value : reader.wrongType(cursor, 'a whole number');
  },
  schema: () => ({ type: 'integer' }),
};

/** An option's default tells its type. */
function shapeOf(option: OptionDefinition): Shape<OptionValue> {
  if (typeof option.default === 'boolean') return boolean;
  if (typeof option.default === 'number') return integer;
  if (typeof option.default !== 'string') return listOf(text);
  return option.values ? choice(option.values) : text;
}

function ownOption(table: OptionTable, name: string): OptionDefinition | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

function readOptions(rule: RuleMeta, cursor: Cursor, reader: Reader): Readonly<Record<string, OptionValue>> | undefined {
  if (!cursor.isMapping) return reader.wrongType(cursor, 'a mapping');
  const table = rule.options ?? {};
  const values: [string, OptionValue][] = [];
  for (const { key, value } of cursor.entries()) {
    const option = ownOption(table, key);
    const subject = `Option "${key}" of rule "${rule.id}"`;
    if (!option) reader.unknown({ variant: 'unknown-option', subject, name: key, known: Object.keys(table), at: value.at.atKey });
    else {
      const read = shapeOf(option).read(value, reader);
      if (read !== undefined) values.push([key, read]);
    }
  }
  return Object.fromEntries(values);
}

function readSetting(rule: RuleMeta, cursor: Cursor, reader: Reader): RuleSetting {
  if (!cursor.isMapping) return { severity: level.read(cursor, reader) };
  let setting: RuleSetting = {};
  for (const { key, value } of cursor.entries()) {
    if (key === 'severity') setting = { ...setting, severity: level.read(value, reader) };
    else if (key === 'options') setting = { ...setting, options: readOptions(rule, value, reader) };
    else {
      const subject = `Key "${key}" of "${keyOf(cursor)}"`;
      reader.unknown({ variant: 'unknown-key', subject, name: key, known: ['severity', 'options'], at: value.at.atKey });
    }
  }
  return setting;
}

function unknownRule(name: string, at: Place, reader: Reader): undefined {
  if (reader.passesOver(name)) return undefined;
  if (isOfAbsentPlugin(name, reader.rules.keys())) {
    const help = `Name the module of plugin "${pluginOf(name) ?? ''}": --plugin FILE, or plugins and --allow-plugins`;
    return reader.fault({ variant: 'unknown-rule', message: withConsequence(`Rule "${name}" is of a plugin that is not loaded`), at, help });
  }
  return reader.unknown({ variant: 'unknown-rule', subject: `Rule "${name}"`, name, known: [...reader.rules.keys()], at });
}

function optionsSchema(options: OptionTable): JsonSchema {
  const properties = Object.entries(options).map(([name, option]) => [
    name,
    { description: option.about, default: option.default, ...shapeOf(option).schema([]) },
  ]);
  return { type: 'object', properties: Object.fromEntries(properties), additionalProperties: false };
}

function settingSchema(rule: RuleMeta): JsonSchema {
  const properties = { severity: { $ref: '#/definitions/level' }, options: optionsSchema(rule.options ?? {}) };
  return { description: rule.title, anyOf: [{ $ref: '#/definitions/level' }, { type: 'object', properties, additionalProperties: false }] };
}

/** Ids of plugins' rules, which the schema for editors cannot list. */
const PLUGIN_RULE = '^[a-z][a-z0-9-]*/[a-z][a-z0-9-]*$';

const foreignSetting: JsonSchema = {
  anyOf: [
    { $ref: '#/definitions/level' },
    { type: 'object', properties: { severity: { $ref: '#/definitions/level' }, options: { type: 'object' } }, additionalProperties: false },
  ],
};

/** Rules by name, each a level or `{ severity, options }`. */
export const ruleSettings: Shape<ReadonlyMap<string, WrittenSetting>> = {
  read(cursor, reader) {
    if (!cursor.isMapping) return reader.wrongType(cursor, 'a mapping');
    const settings = new Map<string, WrittenSetting>();
    for (const { key, value } of cursor.entries()) {
      const rule = reader.rules.get(key);
      if (rule) settings.set(key, { ...readSetting(rule, value, reader), at: value.at });
      else unknownRule(key, value.at.atKey, reader);
    }
    return settings;
  },
  schema: rules => ({
    type: 'object',
    properties: Object.fromEntries(rules.map(rule => [rule.id, settingSchema(rule)])),
    patternProperties: { [PLUGIN_RULE]: foreignSetting },
    additionalProperties: false,
  }),
};

/** Rules by name, each a level: overrides have no options, since an option may decide what a rule reads elsewhere. */
export const ruleLevels: Shape<ReadonlyMap<string, WrittenSetting>> = {
  read(cursor, reader) {
    if (!cursor.isMapping) return reader.wrongType(cursor, 'a mapping');
    const settings = new Map<string, WrittenSetting>();
    for (const { key, value } of cursor.entries()) {
      if (reader.rules.has(key)) settings.set(key, { severity: level.read(value, reader), at: value.at });
      else unknownRule(key, value.at.atKey, reader);
    }
    return settings;
  },
  schema: rules => ({
    type: 'object',
    properties: Object.fromEntries(rules.map(rule => [rule.id, { $ref: '#/definitions/level' }])),
    patternProperties: { [PLUGIN_RULE]: { $ref: '#/definitions/level' } },
    additionalProperties: false,
  }),
};

/** The name of a rule. */
export const ruleName: Shape<string> = {
  read(cursor, reader) {
    const name = text.read(cursor, reader);
    if (name === undefined || reader.rules.has(name)) return name;
    return unknownRule(name, cursor.at, reader);
  },
  schema: rules => ({ anyOf: [{ enum: rules.map(rule => rule.id) }, { type: 'string', pattern: PLUGIN_RULE }] }),
};
