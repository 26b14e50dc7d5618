import { type Untyped, defineRule, fixOf, labelOf, setScalar, valueOf } from '../../src/core/api.ts';

const INNER = ['//', '/./', '/../', '%2f', '%2F'];
const ENDS = ['/..', '/.'];

/** What no path of that kind may hold, as the message says it. */
function describe(path: string): string {
  const inner = INNER.find(part => path.includes(part));
  return inner === undefined ? `ends in "${ENDS.find(end => path.endsWith(end)) ?? ''}"` : `holds "${inner}"`;
}

/** The path without empty steps and detours, as clients and servers clean it. */
function clean(path: string): string {
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return `/${steps.join('/')}${path.endsWith('/') && steps.length > 0 ? '/' : ''}`;
}

export default defineRule({
  id: 'ingress-path-invalid',
  title: 'A path of the Ingress is one that no request has, so the API server refuses it',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['ingress/path'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'object',
  variants: { relative: 'error', sequence: 'error' },
  facts: ['S-246'],

  *check({ resource, cause: { cursor, at } }) {
    const path = valueOf(cursor.string()) ?? '';
    const ingress = labelOf(resource);
    if (path === '') {
      const pathType = cursor.parent?.as<Untyped>().get('pathType');
      const type = (pathType && valueOf(pathType.string())) ?? '';
      const message = `A path of ${ingress} is empty, which its pathType ${type} does not allow, so it is refused`;
      yield { variant: 'relative', message, at, help: 'Write path: /, which all requests begin with' };
      return;
    }
    const isRelative = !path.startsWith('/');
    const mended = isRelative ? path.replace(/^\^?\/*/, '/') : clean(path.replaceAll(/%2f/gi, '/'));
    yield {
      variant: isRelative ? 'relative' : 'sequence',
      message: `Path "${path}" of ${ingress} ${isRelative ? 'does not begin with "/"' : describe(path)}, so the API server refuses it`,
      at,
      help: `Write ${mended}`,
      fixes: fixOf(`Change the path to ${mended}`, 'unsafe', setScalar(at, mended)),
    };
  },
});
