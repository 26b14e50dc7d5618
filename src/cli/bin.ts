import { join } from 'node:path';
import { CompiledCode } from './compiled-code.ts';

const program = join(import.meta.dirname, 'program.cjs');

// The variable that switches off Node's own cache of compiled code.
if ((process.env['NODE_DISABLE_COMPILE_CACHE'] ?? '') !== '') module.require(program);
else {
  const code = new CompiledCode(import.meta.dirname, module, require.cache);
  code.require(program);
  process.once('exit', () => {
    code.keep();
  });
}
