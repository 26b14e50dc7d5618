// Written by `npm run generate` from the rule folders. Not edited by hand.
import type { AnyRule } from '../src/core/api.ts';
import apiVersionMissing from './api-version-missing/rule.ts';
import chartRenderFails from './chart-render-fails/rule.ts';
import configMapDocumentUnreadable from './config-map-document-unreadable/rule.ts';
import crdSchemaUnavailable from './crd-schema-unavailable/rule.ts';
import documentEmpty from './document-empty/rule.ts';
import fileModeDecimal from './file-mode-decimal/rule.ts';
import kustomizationBuildFails from './kustomization-build-fails/rule.ts';
import kustomizationInvalid from './kustomization-invalid/rule.ts';
import nullFieldIgnored from './null-field-ignored/rule.ts';
import placeholderUnexpanded from './placeholder-unexpanded/rule.ts';
import secretDataMisencoded from './secret-data-misencoded/rule.ts';
import yamlKeyDuplicated from './yaml-key-duplicated/rule.ts';
import yamlScalarChangesValue from './yaml-scalar-changes-value/rule.ts';
import yamlSyntaxError from './yaml-syntax-error/rule.ts';
import yamlTabIndentation from './yaml-tab-indentation/rule.ts';

export const rules: readonly AnyRule[] = [
  apiVersionMissing,
  chartRenderFails,
  configMapDocumentUnreadable,
  crdSchemaUnavailable,
  documentEmpty,
  fileModeDecimal,
  kustomizationBuildFails,
  kustomizationInvalid,
  nullFieldIgnored,
  placeholderUnexpanded,
  secretDataMisencoded,
  yamlKeyDuplicated,
  yamlScalarChangesValue,
  yamlSyntaxError,
  yamlTabIndentation,
];
