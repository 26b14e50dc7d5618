import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

// The published types: what is reached from the entries, with the types of Kubernetes that they name, so that a program compiles
// with nothing else installed. They are CommonJS, as the code is; for programs that import, a file re-exports them, as for the code.
const OUT = 'dist/types';
const ENTRIES = { index: 'src/library/library', rule: 'src/library/plugin-api' };
// Whole statements, and types written as `import('…')`: comments speak of imports too.
const IMPORT = /(^(?:import|export)\b[^'"\n]*\bfrom |\bimport\((?=['"]\.))(['"])([^'"\n]+)\2/gm;

/** The declaration that a specifier of a declaration means. Those of `kubernetes-types` get a place among ours. */
function resolve(from, specifier) {
  if (specifier.startsWith('kubernetes-types/')) return path.join(OUT, specifier.replace(/(?:\.d)?\.ts$/, '.d.ts'));
  if (!specifier.startsWith('.')) throw new Error(`the types of ${from} need the package ${specifier}`);
  return path.join(path.dirname(from), `${specifier.replace(/(?:\.d)?\.[jt]s$/, '')}.d.ts`);
}

function sourceOf(file) {
  const types = path.join(OUT, 'kubernetes-types');
  return file.startsWith(types) ? path.join('node_modules', path.relative(OUT, file)) : file;
}

/** Every declaration that an entry reaches, with imports that name the file that Node would load. */
function collect() {
  const reached = new Map();
  const open = Object.values(ENTRIES).map(entry => path.join(OUT, `${entry}.d.ts`));
  for (const file of open) {
    if (reached.has(file)) continue;
    const text = readFileSync(sourceOf(file), 'utf8').replaceAll(IMPORT, (_, keyword, quote, specifier) => {
      const target = resolve(file, specifier);
      open.push(target);
      const relative = path
        .relative(path.dirname(file), target)
        .split(path.sep)
        .join('/')
        .replace(/\.d\.ts$/, '.js');
      return `${keyword}${quote}${relative.startsWith('.') ? relative : `./${relative}`}${quote}`;
    });
    reached.set(file, text);
  }
  return reached;
}

rmSync(OUT, { recursive: true, force: true });
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.types.json'], { stdio: 'inherit' });
const reached = collect();
rmSync(OUT, { recursive: true });
for (const [file, text] of reached) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
writeFileSync(path.join(OUT, 'package.json'), '{ "type": "commonjs" }\n');
for (const [name, entry] of Object.entries(ENTRIES)) {
  for (const ending of ['cts', 'mts']) writeFileSync(`dist/${name}.d.${ending}`, `export * from './types/${entry}.js';\n`);
}
const size = readdirSync(OUT, { recursive: true }).reduce((sum, file) => sum + statSync(path.join(OUT, file)).size, 0);
process.stdout.write(`${String(reached.size)} declarations, ${String(Math.round(size / 1024))} kB\n`);
