import { existsSync, readFileSync, readdirSync } from 'node:fs';
import type { Plugin, RolldownOptions } from 'rolldown';

/**
 * The ESM entries re-export the CommonJS ones, so that a plugin that imports and a program that requires meet the same instance.
 */
const esmEntries: Plugin = {
  name: 'esm-entries',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk' || !chunk.isEntry || chunk.exports.length === 0) continue;
      const names = chunk.exports.filter(name => name !== 'default').sort();
      const source = `import entry from './${chunk.fileName}';\nexport const { ${names.join(', ')} } = entry;\n`;
      this.emitFile({ type: 'asset', fileName: chunk.fileName.replace(/\.cjs$/, '.mjs'), source });
    }
  },
};

/** The rules' pages lie beside the code, for `svclint explain`, which works offline. */
const rulePages: Plugin = {
  name: 'rule-pages',
  generateBundle() {
    for (const id of readdirSync('rules')) {
      const page = `rules/${id}/docs.md`;
      if (existsSync(page)) this.emitFile({ type: 'asset', fileName: `docs/${id}.md`, source: readFileSync(page) });
    }
  },
};

/**
 * What is published. Every `import()` of the source becomes a chunk that is required when it is reached,
 * so a start pays only for what it uses. All packages are bundled: the published package has no dependencies.
 */
const product: RolldownOptions = {
  input: { svclint: 'src/cli/bin.ts', program: 'src/cli/program.ts', index: 'src/index.ts', rule: 'src/core/api.ts' },
  platform: 'node',
  plugins: [esmEntries, rulePages],
  output: {
    dir: 'dist',
    cleanDir: true,
    format: 'cjs',
    exports: 'named',
    minify: true,
    // V8 reads a script with other characters in it at half the speed.
    charset: 'ascii',
    codeSplitting: {
      groups: [
        { name: 'core', test: /src[\\/](?:index|cli[\\/](?:main|standard-stream|commands[\\/]lint))\.ts$/, priority: 2 },
        { name: 'wiring', test: /rules[\\/]wiring\.generated\.ts$/, priority: 1 },
      ],
    },
    comments: { legal: false, jsdoc: false, annotation: false },
    banner: chunk => (chunk.name === 'svclint' ? '#!/usr/bin/env node' : ''),
    entryFileNames: '[name].cjs',
    chunkFileNames: 'chunks/[name]-[hash].cjs',
  },
};

export default product;
