import {
  defineRule,
  findServiceOf,
  fixOf,
  isSelecting,
  labelOf,
  MIRRORING_CONTROLLER,
  nameplateOf,
  removeKey,
  SLICE_CONTROLLER,
  valueOf,
} from '../../src/core/api.ts';

export default defineRule({
  id: 'endpoint-slice-claimed-by-controller',
  title: 'The managed-by label makes the EndpointSlice controller delete this slice',
  category: 'wiring',
  severity: 'error',
  presets: ['recommended'],
  subject: 'endpoints',
  fix: 'safe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { deleted: 'error', 'not-selected': 'info' },
  facts: ['S-056'],

  *check(slice, { cluster }) {
    if (slice.kind !== 'EndpointSlice' || slice.resource.observed) return;
    const controller = valueOf(slice.managedBy);
    if (controller !== SLICE_CONTROLLER && controller !== MIRRORING_CONTROLLER) return;
    const service = findServiceOf(slice, cluster);
    const deleted = service !== undefined && (controller === MIRRORING_CONTROLLER || isSelecting(service) === 'yes');
    const subject = labelOf(slice.resource);
    yield {
      variant: deleted ? 'deleted' : 'not-selected',
      message: deleted
        ? `${subject} carries the label of a controller, which deletes it as not its own`
        : `${subject} carries the label of a controller that has not made it`,
      at: slice.managedBy.at,
      help: 'Remove the label, or name yourself in it',
      // Beside a selector, the slice without the label is another mistake, which only its author can decide.
      fixes: service && isSelecting(service) === 'yes' ? [] : fixOf('Remove the label', 'safe', removeKey(slice.managedBy.at)),
      related: service ? [{ at: nameplateOf(service.resource), note: `the controller keeps the slices of ${labelOf(service.resource)}` }] : [],
    };
  },
});
