import { EXIT } from './exit-code.ts';
import { main } from './main.ts';
import { openStream } from './standard-stream.ts';

/** Why stdout did not take the report; a full disk, say. */
let unwritten: string | undefined;

// There is no other place to say what stderr does not take.
const err = openStream(
  2,
  () => process.stderr,
  () => undefined,
);
const out = openStream(
  1,
  () => process.stdout,
  code => {
    // A reader that has seen enough (`svclint … | head`) is no fault: the run goes on, for its files and its exit code.
    if (code === 'EPIPE') return;
    unwritten = code;
    err.write(`svclint: stdout could not be written (${code})\n`);
    process.exitCode = EXIT.incomplete;
  },
);

void main(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  out: out.write,
  err: err.write,
  isTty: out.isTty,
  get errIsTty() {
    return err.isTty;
  },
  get columns() {
    return out.columns;
  },
  today: new Date().toISOString().slice(0, 10),
}).then(code => {
  process.exitCode = unwritten === undefined ? code : EXIT.incomplete;
});
