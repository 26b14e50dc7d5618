// Written by `npm run generate` from the rule folders. Not edited by hand.
import type { AnyRule } from '../src/core/api.ts';
import hpaMetricSourceMissing from './hpa-metric-source-missing/rule.ts';
import hpaNeedsResourceRequests from './hpa-needs-resource-requests/rule.ts';
import hpaScalesVolumeBoundPods from './hpa-scales-volume-bound-pods/rule.ts';
import hpaSelectorAmbiguous from './hpa-selector-ambiguous/rule.ts';

export const rules: readonly AnyRule[] = [
  hpaMetricSourceMissing,
  hpaNeedsResourceRequests,
  hpaScalesVolumeBoundPods,
  hpaSelectorAmbiguous,
];
