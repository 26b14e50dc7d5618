import { readFileSync, writeFileSync } from 'node:fs';
import { rolldown } from 'rolldown';
import { loadConfig } from 'rolldown/config';

// What `rolldown -c` does, without its list of a hundred files: `npm run example` shows what svclint prints.
const { output, ...input } = await loadConfig('rolldown.config.ts');
const bundle = await rolldown({ ...input, logLevel: 'warn' });
const written = await bundle.write(output);
await bundle.close();

// The program reads its chunks as Latin-1. The bundler escapes other characters, but for those of tagged templates.
for (const file of written.output) {
  const foreign = file.type === 'chunk' ? /[^\0-\x7f]/.exec(file.code) : null;
  if (foreign) throw new Error(`${file.fileName} holds "${foreign[0]}": put it into the tagged template as a value`);
}

// The man page is made of the tables of the command line.
const page = await rolldown({ input: 'src/dev/man-page.ts', platform: 'node', logLevel: 'warn' });
const {
  output: [program],
} = await page.generate({ format: 'esm' });
await page.close();
const { renderManPage } = await import(`data:text/javascript,${encodeURIComponent(program.code)}`);
writeFileSync('dist/svclint.1', renderManPage(JSON.parse(readFileSync('package.json', 'utf8')).version));
