import type { CliRun } from './run-cli.ts';

interface Finding {
  readonly rule: string;
  readonly resource: { readonly name: string } | null;
}

/** What a run with `--format json` said. */
export interface Outcome extends CliRun {
  /** `rule object` of every finding. */
  readonly found: readonly string[];
  readonly told: readonly string[];
  readonly incomplete: readonly { readonly path: string; readonly reason: string }[];
}

export function readOutcome(ran: CliRun): Outcome {
  const report = (ran.stdout.startsWith('{') ? JSON.parse(ran.stdout) : {}) as {
    findings?: readonly Finding[];
    notices?: readonly { readonly text: string }[];
    incomplete?: Outcome['incomplete'];
  };
  const found = (report.findings ?? []).map(({ rule, resource }) => `${rule} ${resource?.name ?? ''}`.trim());
  return { ...ran, found, told: (report.notices ?? []).map(({ text }) => text), incomplete: report.incomplete ?? [] };
}
