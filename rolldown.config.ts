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

/** How an export of a chunk is written: as a getter, that of a variable that may change. */
const GETTER = /Object\.defineProperty\(exports, "([\w$]+)", \{\s*enumerable: true,\s*get: function \(\) \{\s*return ([\w$.]+);\s*\}\s*\}\);/g;

/** Chunks export hundreds of names, none of which changes once the chunk has run: plain values are made and read faster than getters. */
const plainExports: Plugin = {
  name: 'plain-exports',
  renderChunk(code, chunk) {
    const names = [...code.matchAll(GETTER)].map(([, name, value]) => `${name}: ${value}`);
    if (chunk.isEntry || names.length === 0) return null;
    return { code: `${code.replaceAll(GETTER, '')}\nObject.assign(exports, { ${names.join(', ')} });\n`, map: null };
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

/** The file that imports plugins, which Node itself has to require. */
const importer: Plugin = {
  name: 'importer',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'import-module.cjs', source: readFileSync('src/node/import-module.cjs') });
  },
};

/** What may do something when it is evaluated, for all that a bundler knows. */
const ACTIVE = new Set(['CallExpression', 'NewExpression', 'TemplateLiteral', 'TaggedTemplateExpression', 'BinaryExpression']);

/** js-yaml builds schemas and tables of its loader and its dumper at every start. Only its parser is used: the rest is marked as free to go. */
const onlyTheParser: Plugin = {
  name: 'only-the-parser',
  transform(code, id) {
    if (!id.includes('js-yaml')) return null;
    const declared = this.parse(code).body.flatMap(node => (node.type === 'VariableDeclaration' ? node.declarations : []));
    const built = declared.flatMap(({ init }) => {
      const spreads = init?.type === 'ObjectExpression' && init.properties.some(property => property.type === 'SpreadElement');
      return init && (spreads || ACTIVE.has(init.type)) ? [init] : [];
    });
    let marked = code;
    for (const { start, end } of built.toReversed()) {
      marked = `${marked.slice(0, start)}/* @__PURE__ */ (() => (${marked.slice(start, end)}))()${marked.slice(end)}`;
    }
    return { code: marked, map: null };
  },
};

/** Whatever a lint of one file needs, with all that these modules import: one file is read sooner than ten. */
const CORE = /src[\\/](?:index|cli[\\/](?:main|standard-stream|commands[\\/]lint))\.ts$|rolldown[\\/]runtime/;

/**
 * What is published. Every `import()` of the source becomes a chunk that is required when it is reached,
 * so a start pays only for what it uses. All packages are bundled: the published package has no dependencies.
 */
const product: RolldownOptions = {
  input: { svclint: 'src/cli/bin.ts', program: 'src/cli/program.ts', index: 'src/library/library.ts', rule: 'src/library/plugin-api.ts' },
  platform: 'node',
  plugins: [onlyTheParser, plainExports, esmEntries, rulePages, importer],
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
        { name: 'core', test: CORE, priority: 2 },
        { name: 'rules', test: /rules[\\/](?:wiring|schema|api|references)\.generated\.ts$/, priority: 1 },
      ],
    },
    comments: { legal: false, jsdoc: false, annotation: false },
    banner: chunk => (chunk.name === 'svclint' ? '#!/usr/bin/env node' : ''),
    entryFileNames: '[name].cjs',
    chunkFileNames: 'chunks/[name]-[hash].cjs',
  },
};

export default product;
