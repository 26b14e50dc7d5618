import type { LimitRangeItem } from 'kubernetes-types/core/v1.d.ts';
import { compareQuantities, heldMilliValueOf, heldUnitsOf, renderQuantity, type Quantity } from '../../../../model/quantity.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { isPlaceholder } from '../../../../yaml/mask.ts';
import { qualifiedNameFaults } from '../../formats.ts';
import { isSet, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import type { KindValidator } from '../../validator.ts';
import { amountOf } from '../container/resource-amount.ts';
import { containerResourceNameFaults, isOvercommitAllowed, resourceNameFaults } from '../container/resource-names.ts';
import { refuseDuplicates } from '../meta/text.ts';

type Item = Cursor<LimitRangeItem>;
interface Typed {
  readonly type: string;
  readonly to: Refusals;
}

type Bound = 'max' | 'min' | 'default' | 'defaultRequest' | 'maxLimitRequestRatio';

const BOUNDS: readonly Bound[] = ['max', 'min', 'default', 'defaultRequest', 'maxLimitRequestRatio'];
const POD_BOUNDS: readonly Bound[] = ['max', 'min', 'maxLimitRequestRatio'];
const TYPES = ['Pod', 'Container', 'PersistentVolumeClaim'];

/** What a bound is called in the server's sentences. */
const WORDS = { min: 'min value', max: 'max value', default: 'default value', defaultRequest: 'default request value' } as const;

/** Above this the server compares whole units instead of thousandths. */
const MOST_MILLI = (2n ** 63n - 1n) / 1000n;

function typeFaults(type: string): readonly string[] {
  const faults = qualifiedNameFaults(type);
  return faults.length > 0 || type.includes('/') || TYPES.includes(type) ? faults : ['must be a standard limit type or fully qualified'];
}

/** The bounds that a bound of a container falls back to, in their order: the server fills them in before it validates. */
const FALLBACKS: Readonly<Record<Bound, readonly Bound[]>> = {
  max: [],
  min: [],
  default: ['max'],
  defaultRequest: ['default', 'max', 'min'],
  maxLimitRequestRatio: [],
};

/** Bounds of one resource, as far as they are known. */
class Bounds {
  readonly #item: Item;
  readonly #name: string;
  readonly #to: Refusals;
  readonly #type: string;

  constructor(item: Item, name: string, { type, to }: Typed) {
    this.#item = item;
    this.#name = name;
    this.#to = to;
    this.#type = type;
  }

  #written(bound: Bound): Cursor<unknown> | undefined {
    return this.#item
      .get(bound)
      .entries()
      .find(({ key }) => key === this.#name)?.value;
  }

  /** Where the bound is written, or what it falls back to; undefined where neither is proven. */
  at(bound: Bound): Cursor<unknown> | undefined {
    for (const each of [bound, ...(this.#type === 'Container' ? FALLBACKS[bound] : [])]) {
      const found = this.#written(each);
      if (found || this.#item.get(each).isOpen) return found;
    }
    return undefined;
  }

  of(bound: Bound): Quantity | undefined {
    const at = this.at(bound);
    return at && amountOf(at);
  }

  fieldOf(bound: Bound): string {
    return `${this.#item.fieldPath}.${bound}[${this.#name}]`;
  }

  validateName(): void {
    const isOfPods = this.#type === 'Pod' || this.#type === 'Container';
    const faults = isOfPods ? containerResourceNameFaults(this.#name) : resourceNameFaults(this.#name);
    for (const bound of this.#type === 'Pod' ? POD_BOUNDS : BOUNDS) {
      const at = this.at(bound);
      if (at) for (const fault of faults) this.#to.invalid('limit-range/resource-name', at, fault, { field: this.fieldOf(bound), value: this.#name });
    }
  }

  /** Refuses that the lower bound is more than the upper; at which field, and which of both is repeated, differs. */
  order(lower: keyof typeof WORDS, upper: keyof typeof WORDS, told: { readonly at: Bound; readonly repeats: Bound; readonly upperWord?: string }): void {
    const [low, high, repeated, at] = [this.of(lower), this.of(upper), this.of(told.repeats), this.at(told.at)];
    if (!low || !high || !repeated || !at || compareQuantities(low, high) <= 0) return;
    const detail = `${WORDS[lower]} ${renderQuantity(low)} is greater than ${told.upperWord ?? WORDS[upper]} ${renderQuantity(high)}`;
    this.#to.invalid('limit-range/order', at, detail, { value: renderQuantity(repeated), field: this.fieldOf(told.at) });
  }

  validateRatio(): void {
    const [ratio, min, max, at] = [this.of('maxLimitRequestRatio'), this.of('min'), this.of('max'), this.at('maxLimitRequestRatio')];
    if (!ratio || !at) return;
    const value = renderQuantity(ratio);
    if (ratio.nanos < 1_000_000_000n)
      this.#to.invalid('limit-range/ratio', at, `ratio ${value} is less than 1`, { value, field: this.fieldOf('maxLimitRequestRatio') });
    if (!min || !max) return;
    const isSmall = [ratio, min, max].every(quantity => heldUnitsOf(quantity) < MOST_MILLI);
    const amount = isSmall ? heldMilliValueOf : heldUnitsOf;
    const limit = Number(amount(max)) / Number(amount(min));
    const wanted = isSmall ? Number(heldMilliValueOf(ratio)) / 1000 : Number(heldUnitsOf(ratio));
    if (wanted > limit)
      this.#to.invalid('limit-range/ratio', at, `ratio ${value} is greater than max/min = ${limit.toFixed(6)}`, {
        value,
        field: this.fieldOf('maxLimitRequestRatio'),
      });
  }

  /** What cannot be promised twice is requested as much as it is limited to. */
  validateOvercommit(): void {
    const [limit, request, at] = [this.of('default'), this.of('defaultRequest'), this.at('defaultRequest')];
    if (isOvercommitAllowed(this.#name) || !limit || !request || !at || compareQuantities(limit, request) === 0) return;
    const detail = `default value ${renderQuantity(limit)} must equal to defaultRequest value ${renderQuantity(request)} in ${this.#name}`;
    this.#to.invalid('limit-range/overcommit', at, detail, { value: renderQuantity(request), field: this.fieldOf('defaultRequest') });
  }
}

function validateBounds(item: Item, name: string, typed: Typed): void {
  const bounds = new Bounds(item, name, typed);
  const isPod = typed.type === 'Pod';
  bounds.validateName();
  bounds.order('min', 'max', { at: 'min', repeats: 'min' });
  if (!isPod) {
    bounds.order('min', 'defaultRequest', { at: 'defaultRequest', repeats: 'defaultRequest' });
    bounds.order('defaultRequest', 'max', { at: 'defaultRequest', repeats: 'defaultRequest' });
    bounds.order('defaultRequest', 'default', { at: 'defaultRequest', repeats: 'defaultRequest', upperWord: 'default limit value' });
    bounds.order('min', 'default', { at: 'default', repeats: 'min' });
    bounds.order('default', 'max', { at: 'default', repeats: 'max' });
  }
  bounds.validateRatio();
  if (!isPod) bounds.validateOvercommit();
}

function validateStorage(item: Item, to: Refusals): void {
  if (!item.get('min').get('storage').isAbsent || !item.get('max').get('storage').isAbsent) return;
  const detail = 'either minimum or maximum storage value is required, but neither was provided';
  to.required('limit-range/storage-required', item, detail, { field: `${item.fieldPath}.limits` });
}

function validateItem(item: Item, to: Refusals): void {
  const type = textOf(item.get('type'));
  if (type !== undefined) for (const fault of typeFaults(type)) to.invalid('limit-range/type', item.get('type'), fault, { value: type });
  if (type === 'Pod') {
    for (const field of [item.get('default'), item.get('defaultRequest')]) {
      if (isSet(field)) to.forbidden('limit-range/pod-default', field, "may not be specified when `type` is 'Pod'");
    }
  }
  if (type === 'PersistentVolumeClaim') validateStorage(item, to);
  if (type === undefined) return;
  const names = new Set(
    BOUNDS.flatMap(bound =>
      item
        .get(bound)
        .entries()
        .map(({ key }) => key),
    ),
  );
  for (const name of names) if (!isPlaceholder(name)) validateBounds(item, name, { type, to });
}

/** `ValidateLimitRange`. */
export const LIMIT_RANGE: KindValidator = {
  isNamedByServer: true,
  validate(object, to) {
    const limits = object.get('spec').get('limits').as<LimitRangeItem[]>();
    for (const item of limits.items()) validateItem(item, to);
    refuseDuplicates(
      limits,
      limits.items().map(item => item.get('type')),
      to,
      'limit-range/type-duplicated',
    );
  },
};
