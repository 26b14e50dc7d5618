// Written by `npm run generate` from the rule folders. Not edited by hand.
import type { AnyRule } from '../src/core/api.ts';
import fieldMisplaced from './field-misplaced/rule.ts';
import fileModeNotOctal from './file-mode-not-octal/rule.ts';
import kindUnknown from './kind-unknown/rule.ts';
import listEntryDuplicated from './list-entry-duplicated/rule.ts';
import numberQuoted from './number-quoted/rule.ts';
import requiredFieldMissing from './required-field-missing/rule.ts';
import secretDataNotBase64 from './secret-data-not-base64/rule.ts';
import stringNotQuoted from './string-not-quoted/rule.ts';
import unknownField from './unknown-field/rule.ts';
import valueUnsupported from './value-unsupported/rule.ts';
import wrongType from './wrong-type/rule.ts';

export const rules: readonly AnyRule[] = [
  fieldMisplaced,
  fileModeNotOctal,
  kindUnknown,
  listEntryDuplicated,
  numberQuoted,
  requiredFieldMissing,
  secretDataNotBase64,
  stringNotQuoted,
  unknownField,
  valueUnsupported,
  wrongType,
];
