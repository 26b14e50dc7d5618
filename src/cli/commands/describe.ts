import { describeValue, renderServiceDescription } from '../../core/report/describe-service.ts';
import { renderValue } from '../../core/report/endpoints-json.ts';
import { findNearest } from '../../core/text/near.ts';
import { valueOf } from '../../core/yaml/field.ts';
import type { Run } from '../run.ts';
import { stop } from '../prepare.ts';
import { predict } from './endpoints.ts';

const USAGE = 'Write svclint describe service NAME [paths…]';

/** `svclint describe service NAME [paths]`: all Services of that name, in every namespace and scope. 2 where there is none. */
export const run: Run = async (invocation, terminal) => {
  const [kind = '', name, ...paths] = invocation.operands;
  if (!/^(?:svc|services?)$/i.test(kind))
    return stop({ problem: kind === '' ? 'nothing to describe is named' : `"${kind}" is nothing that svclint describes`, help: USAGE }, terminal);
  if (name === undefined) return stop({ problem: 'the name of the Service is absent', help: USAGE }, terminal);
  const predicted = await predict(paths, invocation, terminal);
  if (typeof predicted === 'number') return predicted;
  const { format, scopes, exitCode } = predicted;
  const all = scopes.flatMap(({ cluster, services }) => services.map(endpoints => ({ endpoints, scope: cluster.scope })));
  const found = all.filter(({ endpoints }) => valueOf(endpoints.service.resource.name) === name);
  if (found.length === 0) {
    const near = findNearest(name, all, ({ endpoints }) => valueOf(endpoints.service.resource.name));
    const nearest = near && valueOf(near.endpoints.service.resource.name);
    return stop({ problem: `Service "${name}" is not in these files`, help: nearest && `Did you mean "${nearest}"?` }, terminal);
  }
  const services = found.map(({ endpoints, scope }) => describeValue(endpoints, scope));
  const text = (): string => found.map(({ endpoints }) => renderServiceDescription(endpoints)).join('\n');
  terminal.out(format === 'text' ? text() : renderValue({ version: 1, services }, format));
  return exitCode;
};
