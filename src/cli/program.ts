import { main } from './main.ts';
import { openStream } from './standard-stream.ts';

const out = openStream(1, () => process.stdout);
const err = openStream(2, () => process.stderr);

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
  process.exitCode = code;
});
