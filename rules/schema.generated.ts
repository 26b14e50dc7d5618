// Written by `npm run generate` from the rule folders. Not edited by hand.
import type { AnyRule } from '../src/core/api.ts';
import apiVersionMissing from './api-version-missing/rule.ts';
import configMapDocumentUnreadable from './config-map-document-unreadable/rule.ts';
import crdSchemaUnavailable from './crd-schema-unavailable/rule.ts';
import documentEmpty from './document-empty/rule.ts';
import fieldMisplaced from './field-misplaced/rule.ts';
import fileModeDecimal from './file-mode-decimal/rule.ts';
import fileModeNotOctal from './file-mode-not-octal/rule.ts';
import kindUnknown from './kind-unknown/rule.ts';
import listEntryDuplicated from './list-entry-duplicated/rule.ts';
import nullFieldIgnored from './null-field-ignored/rule.ts';
import numberQuoted from './number-quoted/rule.ts';
import placeholderUnexpanded from './placeholder-unexpanded/rule.ts';
import requiredFieldMissing from './required-field-missing/rule.ts';
import secretDataMisencoded from './secret-data-misencoded/rule.ts';
import secretDataNotBase64 from './secret-data-not-base64/rule.ts';
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
  configMapDocumentUnreadable,
  crdSchemaUnavailable,
  documentEmpty,
  fieldMisplaced,
  fileModeDecimal,
  fileModeNotOctal,
  kindUnknown,
  listEntryDuplicated,
  nullFieldIgnored,
  numberQuoted,
  placeholderUnexpanded,
  requiredFieldMissing,
  secretDataMisencoded,
  secretDataNotBase64,
  stringNotQuoted,
  unknownField,
  valueUnsupported,
  wrongType,
  yamlKeyDuplicated,
  yamlScalarChangesValue,
  yamlSyntaxError,
  yamlTabIndentation,
];
