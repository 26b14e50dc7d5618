// Written by `npm run generate` from the rule folders. Not edited by hand.
import type { AnyRule } from '../src/core/api.ts';
import apiVersionMissing from './api-version-missing/rule.ts';
import documentEmpty from './document-empty/rule.ts';
import fieldMisplaced from './field-misplaced/rule.ts';
import nullFieldIgnored from './null-field-ignored/rule.ts';
import numberQuoted from './number-quoted/rule.ts';
import placeholderUnexpanded from './placeholder-unexpanded/rule.ts';
import requiredFieldMissing from './required-field-missing/rule.ts';
import stringNotQuoted from './string-not-quoted/rule.ts';
import unknownField from './unknown-field/rule.ts';
import valueUnsupported from './value-unsupported/rule.ts';
import wrongType from './wrong-type/rule.ts';
import yamlKeyDuplicated from './yaml-key-duplicated/rule.ts';
import yamlScalarChangesValue from './yaml-scalar-changes-value/rule.ts';
import yamlSyntaxError from './yaml-syntax-error/rule.ts';
import yamlTabIndentation from './yaml-tab-indentation/rule.ts';

export const rules: readonly AnyRule[] = [
  apiVersionMissing,
  documentEmpty,
  fieldMisplaced,
  nullFieldIgnored,
  numberQuoted,
  placeholderUnexpanded,
  requiredFieldMissing,
  stringNotQuoted,
  unknownField,
  valueUnsupported,
  wrongType,
  yamlKeyDuplicated,
  yamlScalarChangesValue,
  yamlSyntaxError,
  yamlTabIndentation,
];
