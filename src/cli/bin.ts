#!/usr/bin/env node
import { main } from './main.ts';

// The bundle is CommonJS, where nothing waits at the top level.
void main(process.argv.slice(2), {
  cwd: process.cwd(),
  out: text => process.stdout.write(text),
  err: text => process.stderr.write(text),
}).then(code => {
  process.exitCode = code;
});
