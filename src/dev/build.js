import { readdirSync } from 'node:fs';
import { rolldown } from 'rolldown';

// The only program that is plain JavaScript: it builds the others into build/, since Node 20 cannot run TypeScript.
// Each rule is an entry of its own, so that the generator reads the folders and not the index that it is about to write.
const programs = [
  'generate',
  'new-rule',
  'gate-incidents',
  'gate-corpus',
  'gate-fixes',
  'profile-rules',
  'admission-diff',
  'pack-recordings',
  'generate-schemas',
].map(name => [name, `src/dev/${name}.ts`]);
const folders = readdirSync('rules', { withFileTypes: true }).filter(entry => entry.isDirectory());
const rules = folders.map(({ name }) => [`rules/${name}`, `rules/${name}/rule.ts`]);

const bundle = await rolldown({ input: Object.fromEntries([...programs, ...rules]), platform: 'node', external: /^(?:node:|[@a-z])/ });
await bundle.write({ dir: 'build', cleanDir: true, format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: 'chunks/[name].mjs' });
await bundle.close();
