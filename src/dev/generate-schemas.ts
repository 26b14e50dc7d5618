import { rmSync } from 'node:fs';
import { writeStale, type GeneratedFile } from './generated-file.ts';
import { renderCrds } from './schemas/crds.ts';
import { renderKubernetes } from './schemas/kubernetes.ts';

// Writes schemas/kubernetes from the Go modules that hold the types of the API, and schemas/crds from those of the projects that define
// kinds. Needs Go and its module proxy; the result is committed. `npm run generate:schemas -- crds` writes one of them.
const RENDERERS: Readonly<Record<string, () => GeneratedFile[]>> = {
  kubernetes: () =>
    renderKubernetes(text => {
      process.stdout.write(`${text}\n`);
    }),
  crds: renderCrds,
};

const wanted = process.argv.slice(2);
for (const [folder, render] of Object.entries(RENDERERS)) {
  if (wanted.length > 0 && !wanted.includes(folder)) continue;
  const made = render();
  rmSync(`schemas/${folder}`, { recursive: true, force: true });
  for (const path of writeStale(made)) process.stdout.write(`written: ${path}\n`);
}
