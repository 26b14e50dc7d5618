// Written by `npm run generate` from the rule folders. Not edited by hand.
import type { AnyRule } from '../src/core/api.ts';
import apiVersionMissing from './api-version-missing/rule.ts';
import crdSchemaUnavailable from './crd-schema-unavailable/rule.ts';
import documentEmpty from './document-empty/rule.ts';
import kindUnknown from './kind-unknown/rule.ts';
import placeholderUnexpanded from './placeholder-unexpanded/rule.ts';
import stringNotQuoted from './string-not-quoted/rule.ts';
import yamlKeyDuplicated from './yaml-key-duplicated/rule.ts';
import yamlScalarChangesValue from './yaml-scalar-changes-value/rule.ts';
import yamlSyntaxError from './yaml-syntax-error/rule.ts';
import yamlTabIndentation from './yaml-tab-indentation/rule.ts';

export const rules: readonly AnyRule[] = [
  apiVersionMissing,
  crdSchemaUnavailable,
  documentEmpty,
  kindUnknown,
  placeholderUnexpanded,
  stringNotQuoted,
  yamlKeyDuplicated,
  yamlScalarChangesValue,
  yamlSyntaxError,
  yamlTabIndentation,
];
