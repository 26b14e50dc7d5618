import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const pure = ['src/core/**/*.ts', 'rules/**/*.ts'];
const generated = ['rules/index.ts', 'rules/*.generated.ts', 'src/**/*.generated.ts'];
/** They run in a browser. */
const page = ['src/core/report/html/page/*.ts', 'src/core/report/graph/page/*.ts'];

const budgets = {
  'max-lines': ['error', { max: 250 }],
  'max-lines-per-function': ['error', { max: 40, IIFEs: true }],
  'max-params': ['error', { max: 4 }],
  complexity: ['error', { max: 20 }],
  'max-depth': ['error', { max: 4 }],
};

export default defineConfig(
  { ignores: ['dist/', 'build/', 'coverage/', 'test/tools/', 'test/fixtures/', 'test/corpus/', ...generated] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...budgets,
      eqeqeq: 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true, defaultFrom: true, namedFrom: true, namespaceFrom: true } }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unsafe-type-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unnecessary-condition': 'error',
      '@typescript-eslint/no-deprecated': 'error',
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignoreConditionalTests: true, ignorePrimitives: { string: true } }],
      // With noPropertyAccessFromIndexSignature the compiler demands what this rule would forbid.
      '@typescript-eslint/dot-notation': 'off',
    },
  },
  {
    files: pure,
    ignores: page,
    rules: { 'no-restricted-globals': ['error', 'process', 'console', 'fetch', 'setTimeout', 'setInterval', 'globalThis', 'Date'], 'no-console': 'error' },
  },
  { files: ['src/core/yaml/**/*.ts'], rules: { '@typescript-eslint/no-unsafe-type-assertion': 'off' } },
  { files: ['rules/*/rule.ts'], rules: { 'no-restricted-exports': 'off', 'max-lines': ['error', { max: 120 }] } },
  { files: ['**/*.config.ts', 'test/harness/*-reporter.ts'], rules: { 'no-restricted-exports': 'off' } },
  {
    // A suite is one long function of short ones, takes a table's row as parameters, and reads what it has just written.
    files: ['test/**/*.ts'],
    rules: { 'max-lines-per-function': 'off', 'max-params': 'off', '@typescript-eslint/no-unsafe-type-assertion': 'off' },
  },
);
