import type { ConfigurationFault, ConfigurationVariant } from '../rule/configuration-fault.ts';
import type { RuleMeta } from '../rule/define-rule.ts';
import { fixOf, setScalar } from '../rule/edits.ts';
import { isOfAbsentPlugin } from '../rule/plugin.ts';
import { findNearest } from '../text/near.ts';
import type { Cursor } from '../yaml/cursor.ts';
import type { Place } from '../yaml/place.ts';

/** A JSON Schema, or a part of one. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** One type of value in the configuration: how it is read, and what an editor is told of it. */
export interface Shape<T> {
  /** Undefined where the value has a fault, which the reader then holds. */
  readonly read: (cursor: Cursor, reader: Reader) => T | undefined;
  readonly schema: (rules: readonly RuleMeta[]) => JsonSchema;
}

interface Unknown {
  readonly variant: ConfigurationVariant;
  /** The subject of the message: `Rule "x"`. */
  readonly subject: string;
  readonly name: string;
  readonly known: readonly string[];
  readonly at: Place;
}

/** Longer lists help nobody. */
const LISTED = 16;

/** Collects what is wrong while a configuration is read. */
export class Reader {
  readonly rules: ReadonlyMap<string, RuleMeta>;
  readonly faults: ConfigurationFault[] = [];
  readonly #mayNamePlugins: boolean;

  /** `mayNamePlugins`: it names plugins that are not loaded, so what it says of their rules is passed over. */
  constructor(rules: readonly RuleMeta[], mayNamePlugins = false) {
    this.rules = new Map(rules.map(rule => [rule.id, rule]));
    this.#mayNamePlugins = mayNamePlugins;
  }

  /** Whether a name may be that of a rule that is not known in this run. */
  passesOver(rule: string): boolean {
    return this.#mayNamePlugins && isOfAbsentPlugin(rule, this.rules.keys());
  }

  fault(fault: ConfigurationFault): undefined {
    this.faults.push(fault);
  }

  /** A name that is none of the known ones. */
  unknown({ variant, subject, name, known, at }: Unknown): undefined {
    const near = findNearest(name, known, candidate => candidate);
    const listed = known.length === 0 ? 'Remove it' : known.length <= LISTED ? `Use ${listOf(known)}` : undefined;
    this.fault({
      variant,
      message: withConsequence(`${subject} is unknown`),
      at,
      help: near === undefined ? listed : `Did you mean "${near}"?`,
      // The unknown name is refused, so the nearest one breaks nothing that works.
      fixes: near === undefined ? [] : fixOf(`Write ${near}`, 'safe', setScalar(at, near)),
    });
  }

  /** A value of another type than the one that is read there. */
  wrongType(cursor: Cursor, expected: string): undefined {
    const subject = cursor.path === '' ? `Configuration "${cursor.document.file.path}"` : `Value of "${keyOf(cursor)}"`;
    this.fault({ variant: 'wrong-type', message: withConsequence(`${subject} is ${typeOf(cursor)} and not ${expected}`), at: cursor.at });
  }
}

/** The key that a value is written for; of an element, that of its list. */
export function keyOf(cursor: Cursor): string {
  const path = cursor.index === undefined ? cursor.path : (cursor.parent?.path ?? '');
  // Entries without a name have the hash of their text in the path, which tells a reader nothing.
  return path.replaceAll(/\[#[0-9a-f]+\]/g, '');
}

/** Most that a message may have. */
const LONGEST = 100;

/** Says what a fault means, where the message has room for it. */
export function withConsequence(message: string): string {
  const whole = `${message}, so nothing is linted`;
  return whole.length > LONGEST ? message : whole;
}

/** `a, b or c` */
export function listOf(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
}

function typeOf(cursor: Cursor): string {
  if (cursor.isMapping) return 'a mapping';
  if (cursor.isList) return 'a list';
  const field = cursor.scalar();
  if (field.state === 'absent') return 'empty';
  if (field.state === 'unknown') return 'a placeholder';
  if (typeof field.value === 'string') return 'a text';
  return typeof field.value === 'boolean' ? 'true or false' : 'a number';
}
