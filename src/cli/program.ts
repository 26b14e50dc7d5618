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

/** A directory that was removed under the feet of the shell has no name. */
function workingDirectory(): string | undefined {
  try {
    return process.cwd();
  } catch {
    return undefined;
  }
}

const cwd = workingDirectory();
if (cwd === undefined) {
  err.write('svclint: the working directory was removed\n');
  process.exit(EXIT.notStarted);
}

void main(process.argv.slice(2), {
  cwd,
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
  // Taking the heap apart at the end takes time, and nobody needs what is in it.
  if (out.isDone && err.isDone) process.exit();
});
