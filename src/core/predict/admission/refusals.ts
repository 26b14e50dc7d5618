import type { Minor, MinorRange } from '../../schema/schema.ts';
import type { Cursor } from '../../yaml/cursor.ts';
import { toValue } from '../../yaml/to-value.ts';
import type { Cause, Warning } from './cause.ts';
import type { CheckId } from './checks/index.ts';
import { countOf } from './read.ts';

/** How a refusal differs from the usual one. */
export interface RefusalOptions extends MinorRange {
  /** The field that the server names, where it is not the cursor's own path. */
  readonly field?: string;
  /** The value that the server repeats, where it is not the written one: a default, a key. */
  readonly value?: unknown;
}

/** How a warning differs from the usual one. */
export interface WarningOptions extends MinorRange {
  /** The server tells it of a refused object too. */
  readonly always?: true;
}

/** What a refusal says, and what a rule may want to know of it. */
type Said = Pick<Cause, 'reason' | 'message' | 'supported' | 'wanted' | 'isEcho'>;

/** Values larger than this are not repeated in messages. */
const MOST_NODES = 5000;

/** A string as Go's `%q` prints it. */
function quote(text: string): string {
  return JSON.stringify(text).replaceAll('\u007f', '\\x7f');
}

/** A value as the server repeats it: strings in quotes, numbers bare, structures as JSON. */
function renderValue(value: unknown): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'bigint') return value.toString();
  return value === undefined ? 'null' : JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? Number(part) : part));
}

const withDetail = (head: string, detail: string | undefined): string => (detail === undefined || detail === '' ? head : `${head}: ${detail}`);

/** How a collection differs from the usual one. */
interface Manner {
  readonly isWithheld?: boolean;
  readonly rename?: (field: string) => string;
}

const unchanged = (field: string): string => field;

/**
 * Collects what the API server refuses and warns of, for the minors of the target. The methods are those of the server's `field.Error`;
 * each wants the id of the check that speaks, so that a rule can own it. `at` is the field, written or not.
 */
export class Refusals {
  readonly causes: Cause[];
  readonly warnings: Warning[];
  readonly minors: readonly Minor[];
  readonly #isWithheld: boolean;
  readonly #rename: (field: string) => string;

  constructor(minors: readonly Minor[], into?: Pick<Refusals, 'causes' | 'warnings'>, { isWithheld = false, rename = unchanged }: Manner = {}) {
    this.minors = minors;
    this.causes = into?.causes ?? [];
    this.warnings = into?.warnings ?? [];
    this.#isWithheld = isWithheld;
    this.#rename = rename;
  }

  get #manner(): Manner {
    return { isWithheld: this.#isWithheld, rename: this.#rename };
  }

  /** The same collection, of checks that only some minors make. */
  within(range: MinorRange): Refusals {
    return new Refusals(this.#within(range), this, this.#manner);
  }

  /** The same collection, of checks that the server does not come to while something else is refused. */
  withheld(isWithheld = true): Refusals {
    return isWithheld ? new Refusals(this.minors, this, { ...this.#manner, isWithheld }) : this;
  }

  /** The same collection, of fields that the server holds under other names than they are written under. */
  renamed(rename: (field: string) => string): Refusals {
    return new Refusals(this.minors, this, { ...this.#manner, rename: field => this.#rename(rename(field)) });
  }

  /** How the server names a field. */
  nameOf(field: string): string {
    return this.#rename(field);
  }

  required(check: CheckId, at: Cursor<unknown>, detail?: string, options: RefusalOptions = {}): void {
    this.add(check, at, { reason: 'FieldValueRequired', message: withDetail('Required value', detail) }, options);
  }

  invalid(check: CheckId, at: Cursor<unknown>, detail: string, options: RefusalOptions = {}): void {
    this.add(check, at, { reason: 'FieldValueInvalid', message: withDetail(`Invalid value: ${this.#valueOf(at, options)}`, detail) }, options);
  }

  /** `supported` in the order in which the server lists them. */
  notSupported(check: CheckId, at: Cursor<unknown>, supported: readonly string[], options: RefusalOptions = {}): void {
    const list = supported.length === 0 ? '' : `supported values: ${supported.map(quote).join(', ')}`;
    this.add(
      check,
      at,
      { reason: 'FieldValueNotSupported', message: withDetail(`Unsupported value: ${this.#valueOf(at, options)}`, list), supported },
      options,
    );
  }

  forbidden(check: CheckId, at: Cursor<unknown>, detail: string, options: RefusalOptions = {}): void {
    this.add(check, at, { reason: 'FieldValueForbidden', message: withDetail('Forbidden', detail) }, options);
  }

  duplicate(check: CheckId, at: Cursor<unknown>, options: RefusalOptions = {}): void {
    this.add(check, at, { reason: 'FieldValueDuplicate', message: `Duplicate value: ${this.#valueOf(at, options)}` }, options);
  }

  notFound(check: CheckId, at: Cursor<unknown>, options: RefusalOptions = {}): void {
    this.add(check, at, { reason: 'FieldValueNotFound', message: `Not found: ${this.#valueOf(at, options)}` }, options);
  }

  tooLong(check: CheckId, at: Cursor<unknown>, bytes: number, options: RefusalOptions = {}): void {
    this.add(check, at, { reason: 'FieldValueTooLong', message: `Too long: may not be more than ${String(bytes)} bytes` }, options);
  }

  tooMany(check: CheckId, at: Cursor<unknown>, most: number, options: RefusalOptions = {}): void {
    const message = `Too many: ${String(countOf(at) ?? 0)}: must have at most ${String(most)} items`;
    this.add(check, at, { reason: 'FieldValueTooMany', message }, options);
  }

  typeInvalid(check: CheckId, at: Cursor<unknown>, detail: string, options: RefusalOptions = {}): void {
    this.add(check, at, { reason: 'FieldValueTypeInvalid', message: withDetail(`Invalid value: ${this.#valueOf(at, options)}`, detail) }, options);
  }

  warn(check: CheckId, at: Cursor<unknown>, message: string, options: WarningOptions = {}): void {
    const minors = this.#within(options);
    if (minors.length > 0) this.warnings.push({ check, reason: 'warning', message, cursor: at, at: at.at, minors, ...(options.always && { always: true }) });
  }

  /** A refusal in words that none of the other methods has. */
  add(check: CheckId, at: Cursor<unknown>, said: Said, options: RefusalOptions = {}): void {
    const minors = this.#within(options);
    if (minors.length > 0)
      this.causes.push({
        check,
        ...said,
        field: this.#rename(options.field ?? at.fieldPath),
        cursor: at,
        at: at.at,
        minors,
        ...(this.#isWithheld && { isWithheld: true }),
      });
  }

  #within({ since = 0, until = Infinity }: MinorRange): readonly Minor[] {
    return since <= (this.minors[0] ?? 0) && until === Infinity ? this.minors : this.minors.filter(minor => minor >= since && minor <= until);
  }

  /** The value that the server repeats; of an absent field that of an absent text. */
  #valueOf(at: Cursor<unknown>, options: RefusalOptions): string {
    return renderValue('value' in options ? options.value : at.isAbsent ? '' : toValue(at, MOST_NODES));
  }
}
