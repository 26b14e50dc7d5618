import path from 'node:path';
import type { ReportOptions } from '../core/report/formats.ts';
import { pathsInRepository } from '../node/repository-path.ts';
import { readRulePage } from '../node/rule-page.ts';
import type { GivenOptions } from './parse-command-line.ts';
import type { Terminal } from './terminal.ts';

/** What SARIF asks of the host. Each is worked out when a format asks for it. */
export function sarifOptions(
  options: GivenOptions,
  { cwd, err }: Terminal,
  inputs: readonly string[],
): Pick<ReportOptions, 'rulePage' | 'pathInRepository' | 'tell' | 'sarif'> {
  let inRepository: ((reported: string) => string) | undefined;
  return {
    rulePage: rule => readRulePage(rule.id),
    pathInRepository: reported => (inRepository ??= pathsInRepository(inputs, { cwd, path }))(reported),
    tell: text => void err(`svclint: ${text}\n`),
    sarif: {
      category: options.valueOf('sarif-category'),
      suppressed: options.isSet('sarif-suppressed'),
      sizeOf: text => process.getBuiltinModule('node:zlib').gzipSync(text).length,
    },
  };
}
