import type { Toleration } from 'kubernetes-types/core/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { labelValueFaults } from '../../formats.ts';
import { isEmpty, isSet, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { validateLabelName } from './node-selector.ts';

/** First minor that knows `Lt` and `Gt`. */
const COMPARISONS_SINCE = 35;

const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

/** Value and operator. Servers that know comparisons refuse them by default, in other words. */
function validateOperator(toleration: Cursor<Toleration>, to: Refusals): void {
  const [operator, value] = [toleration.get('operator'), toleration.get('value')];
  const [asks, text] = [textOf(operator), textOf(value)];
  if (asks === 'Equal' || asks === '') {
    const faults = text === undefined ? [] : labelValueFaults(text);
    if (faults.length > 0) to.invalid('toleration/value', value, faults.join(';'), { field: operator.fieldPath, value: text });
  } else if (asks === 'Exists') {
    const detail = "value must be empty when `operator` is 'Exists'";
    if (isSet(value)) to.invalid('toleration/value-of-exists', value, detail, { field: operator.fieldPath, value: text });
  } else if (asks !== undefined) {
    const check = 'toleration/operator-unsupported';
    const isComparison = asks === 'Lt' || asks === 'Gt';
    to.notSupported(check, operator, ['Equal', 'Exists'], isComparison ? { until: COMPARISONS_SINCE - 1 } : {});
    if (isComparison) to.notSupported(check, operator, ['Equal', 'Exists', 'Lt', 'Gt'], { since: COMPARISONS_SINCE });
  }
}

function validateToleration(toleration: Cursor<Toleration>, to: Refusals): void {
  const [key, operator, effect] = [toleration.get('key'), toleration.get('operator'), toleration.get('effect')];
  const [asks, acts] = [textOf(operator), textOf(effect)];
  if (isSet(key)) validateLabelName(key, to);
  if (isEmpty(key) && asks !== undefined && asks !== 'Exists') {
    const detail = 'operator must be Exists when `key` is empty, which means "match all values and all keys"';
    to.invalid('toleration/key', operator, detail, { value: asks });
  }
  if (toleration.get('tolerationSeconds').isPresent && acts !== undefined && acts !== 'NoExecute') {
    to.invalid('toleration/seconds', effect, "effect must be 'NoExecute' when `tolerationSeconds` is set", { value: acts });
  }
  validateOperator(toleration, to);
  if (acts !== undefined && acts !== '' && !EFFECTS.includes(acts)) to.notSupported('toleration/effect-unsupported', effect, EFFECTS);
}

/** The taints that a pod stands (`ValidateTolerations`). */
export function validateTolerations(tolerations: Cursor<Toleration[]>, to: Refusals): void {
  for (const toleration of tolerations.items()) validateToleration(toleration, to);
}
