import { rmSync } from 'node:fs';
import { writeStale, type GeneratedFile } from './generated-file.ts';
import { renderKubernetes } from './schemas/kubernetes.ts';

// Writes schemas/kubernetes from the Go modules that hold the types of the API. Needs Go and its module proxy; the result is committed.
const made: GeneratedFile[] = renderKubernetes(text => {
  process.stdout.write(`${text}\n`);
});
rmSync('schemas/kubernetes', { recursive: true, force: true });
for (const path of writeStale(made)) process.stdout.write(`written: ${path}\n`);
