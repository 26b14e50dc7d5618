import {
  containerLabelOf,
  containerPlaceOf,
  containerSubjectOf,
  defineRule,
  findListeners,
  isSettled,
  runningContainers,
  stockPortsOf,
  valueOf,
} from '../../src/core/api.ts';
import type { Container, Place } from '../../src/core/api.ts';

interface Binding {
  readonly container: Container;
  readonly key: string;
  readonly number: number;
  readonly at: Place;
}

/** What a container binds: its declared ports, or all that its stock image listens on. Arguments that name another port speak against both. */
function bindingsOf(container: Container): readonly Binding[] {
  if (!isSettled(container)) return [];
  const told = findListeners(container).flatMap(({ port }) => port ?? []);
  const declared = container.ports.flatMap((port): Binding[] => {
    const [number, protocol] = [valueOf(port.number), valueOf(port.protocol)];
    return number === undefined || protocol === undefined ? [] : [{ container, key: `${protocol}/${String(number)}`, number, at: port.number.at }];
  });
  const stock = container.ports.length === 0 ? (stockPortsOf(container) ?? []) : [];
  const bound = [...declared, ...stock.map(number => ({ container, key: `TCP/${String(number)}`, number, at: containerPlaceOf(container) }))];
  return bound.filter(({ number }) => told.length === 0 || told.includes(number));
}

export default defineRule({
  id: 'containers-bind-same-port',
  title: 'Two containers of one pod listen on the same port, so one of them crashes',
  category: 'wiring',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'pod-template',
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { declared: 'warning', stock: 'warning' },
  facts: ['S-182'],

  *check(pod) {
    const taken = new Map<string, Binding>();
    for (const binding of runningContainers(pod).flatMap(bindingsOf)) {
      const holder = taken.get(binding.key);
      if (!holder) taken.set(binding.key, binding);
      else if (holder.container !== binding.container) {
        const number = String(binding.number);
        yield {
          variant: binding.container.ports.length === 0 || holder.container.ports.length === 0 ? 'stock' : 'declared',
          message: `${containerSubjectOf(binding.container)} listens on port ${number} like ${containerLabelOf(holder.container)} of its pod, so one of them crashes`,
          at: binding.at,
          help: 'Let one of them listen on another port, the containers of a pod share one network',
          related: [{ at: holder.at, note: `${containerLabelOf(holder.container)} listens on port ${number}` }],
        };
      }
    }
  },
});
