import type { Terminal } from './terminal.ts';

/** Shorter runs show nothing. */
const PATIENCE = 1000;
const INTERVAL = 100;

export interface Progress {
  readonly tell: (what: string, done: number, all: number) => void;
  /** Takes the line away before the report is written. */
  readonly clear: () => void;
}

/** One line on a terminal's stderr, when a run lasts longer than a second. `now` counts milliseconds. */
export function startProgress(terminal: Pick<Terminal, 'err' | 'errIsTty'>, now: () => number = () => process.uptime() * 1000): Progress {
  let last = now() + PATIENCE - INTERVAL;
  let shown = false;
  return {
    tell(what, done, all) {
      if (now() - last < INTERVAL || !terminal.errIsTty) return;
      terminal.err(`\r\u001B[K${what} ${String(done)}/${String(all)}`);
      last = now();
      shown = true;
    },
    clear() {
      if (shown) terminal.err('\r\u001B[K');
      shown = false;
    },
  };
}
