import { readdirSync } from 'node:fs';
import type { RolldownOptions } from 'rolldown';

const programs = readdirSync('src/dev').filter(file => file.endsWith('.ts'));

/** The programs of src/dev run from build/, since Node 20 cannot run TypeScript. Packages stay outside. */
const dev: RolldownOptions = {
  input: Object.fromEntries(programs.map(file => [file.slice(0, -3), `src/dev/${file}`])),
  platform: 'node',
  external: /^(?:node:|[@a-z])/,
  output: { dir: 'build', cleanDir: true, format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: 'chunks/[name].mjs' },
};

export default dev;
