import { describeValue, renderServiceDescription } from '../../core/report/describe-service.ts';
import { renderValue } from '../../core/report/endpoints-json.ts';
import { escapeUnseen } from '../../core/report/escape.ts';
import { findNearest } from '../../core/text/near.ts';
import { valueOf } from '../../core/yaml/field.ts';
import type { Terminal } from '../terminal.ts';
import { predictInput, type PredictionOptions } from './endpoints.ts';

/** `svclint describe service NAME [paths]`: all Services of that name, in every namespace and scope. 2 where there is none. */
export async function runDescribeService(name: string, paths: readonly string[], options: PredictionOptions, terminal: Terminal): Promise<number> {
  const { scopes, exitCode } = await predictInput(paths, options, terminal);
  const all = scopes.flatMap(({ cluster, services }) => services.map(endpoints => ({ endpoints, scope: cluster.scope })));
  const found = all.filter(({ endpoints }) => valueOf(endpoints.service.resource.name) === name);
  if (found.length === 0) {
    const near = findNearest(name, all, ({ endpoints }) => valueOf(endpoints.service.resource.name));
    const nearest = near && valueOf(near.endpoints.service.resource.name);
    terminal.err(`Service "${escapeUnseen(name)}" is not in these files${nearest === undefined ? '' : `, did you mean "${escapeUnseen(nearest)}"?`}\n`);
    return 2;
  }
  const services = found.map(({ endpoints, scope }) => describeValue(endpoints, scope));
  const text = (): string => found.map(({ endpoints }) => renderServiceDescription(endpoints)).join('\n');
  terminal.out(options.format === 'text' ? text() : renderValue({ version: 1, services }, options.format));
  return exitCode;
}
