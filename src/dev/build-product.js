import { rolldown } from 'rolldown';
import { loadConfig } from 'rolldown/config';

// What `rolldown -c` does, without its list of a hundred files: `npm run example` shows what svclint prints.
const { output, ...input } = await loadConfig('rolldown.config.ts');
const bundle = await rolldown({ ...input, logLevel: 'warn' });
await bundle.write(output);
await bundle.close();
