import { EXIT } from './exit-code.ts';
import { main } from './main.ts';

/** Why stdout did not take the report; a full disk, say. */
let unwritten: string | undefined;

// A reader that has seen enough (`svclint … | head`) is no fault: the run goes on, for its files and its exit code.
process.stdout.on('error', ({ code = '' }: NodeJS.ErrnoException) => {
  if (code === 'EPIPE' || unwritten !== undefined) return;
  unwritten = code;
  process.stderr.write(`svclint: stdout could not be written (${code})\n`);
  process.exitCode = EXIT.incomplete;
});

// There is no other place to say it.
process.stderr.on('error', () => undefined);

void main(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  out: text => process.stdout.write(text),
  err: text => process.stderr.write(text),
  isTty: process.stdout.isTTY,
  errIsTty: process.stderr.isTTY,
  columns: process.stdout.columns,
  today: new Date().toISOString().slice(0, 10),
}).then(code => {
  process.exitCode = unwritten === undefined ? code : EXIT.incomplete;
});
