import { main } from './main.ts';

// A reader that has seen enough (`svclint … | head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

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
  process.exitCode = code;
});
