import type { ReportOptions } from '../core/report/formats.ts';
import { readRulePage } from '../node/rule-page.ts';
import type { GivenOptions } from './parse-command-line.ts';
import type { Terminal } from './terminal.ts';

/** What SARIF asks of the host. Each is worked out when a format asks for it. */
export function sarifOptions(options: GivenOptions, { err }: Terminal): Pick<ReportOptions, 'rulePage' | 'tell' | 'sarif'> {
  return {
    rulePage: rule => rule.docs ?? readRulePage(rule.id),
    tell: text => void err(`svclint: ${text}\n`),
    sarif: {
      category: options.valueOf('sarif-category'),
      suppressed: options.isSet('sarif-suppressed'),
      sizeOf: text => process.getBuiltinModule('node:zlib').gzipSync(text).length,
    },
  };
}
