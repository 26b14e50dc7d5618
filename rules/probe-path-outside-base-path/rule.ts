import { defineRule, findBasePath, probeKindOf, probeLabelOf, valueOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'probe-path-outside-base-path',
  title: 'The application is configured with a base path that the probe path lacks',
  category: 'wiring',
  severity: 'warning',
  presets: ['strict'],
  subject: 'probe',
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { setting: 'warning', 'other-probe': 'warning' },
  facts: ['S-189'],

  *check(probe) {
    const found = probe.container.role === 'init' ? undefined : findBasePath(probe);
    if (!found) return;
    const path = valueOf(probe.path) ?? '/';
    const note =
      found.kind === 'setting' ? `the application is served below "${found.path}"` : `the ${probeKindOf(found.other)} asks the same port below "${found.path}"`;
    yield {
      variant: found.kind,
      message: `${probeLabelOf(probe)} asks "${path}", which is not below "${found.path}"`,
      at: probe.path.at,
      help: `Change the path to ${found.path}${path === '/' ? '' : path}, unless the server answers there too`,
      related: [{ at: found.at, note }],
    };
  },
});
