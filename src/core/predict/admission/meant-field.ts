import type { FieldSchema, Minor, Schema } from '../../schema/schema.ts';
import { cursorAt, type Step } from '../../schema/walk.ts';
import { nearness } from '../../text/near.ts';
import type { Cursor } from '../../yaml/cursor.ts';

/** What was probably meant by a field that does not exist. */
export interface MeantField {
  /** `renamed`: another field of the same mapping. `moved`: the same field in another one. `replaced`: an older version had it. */
  readonly kind: 'renamed' | 'moved' | 'replaced';
  /** The mapping that has the field; absent or null where it is still to be written. */
  readonly mapping: Cursor;
  readonly name: string;
  /** The value could stand there as it is. */
  readonly fits: boolean;
}

/** One mapping on the way to the field, with its struct. */
interface Level {
  readonly mapping: Cursor;
  readonly owner: Schema;
}

/** Whether a value is one that a schema takes. */
export type Fits = (value: Cursor, schema: Schema) => boolean;

export interface UnknownField {
  readonly object: Cursor<unknown>;
  /** Steps to the field, each with the struct that has it. */
  readonly steps: readonly Step[];
  readonly minors: readonly Minor[];
}

/** Fields of versions that are gone, by the structs that stand in their place. */
const REPLACED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'v1.IngressBackend': { serviceName: 'service.name', servicePort: 'service.port.number' },
  'v1.IngressSpec': { backend: 'defaultBackend' },
  'v2.HorizontalPodAutoscalerSpec': { targetCPUUtilizationPercentage: 'metrics' },
};

function knownField(owner: Schema, name: string, minors: readonly Minor[]): FieldSchema | undefined {
  const field = owner.field?.(name);
  const { since = 0, until = Infinity } = field?.minors ?? {};
  return minors.every(minor => minor >= since && minor <= until) ? field : undefined;
}

/** A LabelSelector, also one that the schema of a custom kind spells out. */
function isLabelSelector(schema: Schema): boolean {
  if (schema.goType !== undefined) return schema.goType === 'v1.LabelSelector';
  const names = schema.fieldNames?.() ?? [];
  return names.length === 2 && names.includes('matchLabels') && names.includes('matchExpressions');
}

/** Searches for the place that a field was meant for. */
class Search {
  readonly #levels: readonly Level[];
  readonly #value: Cursor;
  readonly #name: string;
  readonly #minors: readonly Minor[];
  readonly #fits: Fits;

  constructor({ object, steps, minors }: UnknownField, fits: Fits) {
    this.#levels = steps.flatMap(({ owner }, index) => (owner ? [{ mapping: cursorAt(object, steps.slice(0, index)), owner }] : []));
    this.#value = cursorAt(object, steps);
    this.#name = String(steps.at(-1)?.name ?? '');
    this.#minors = minors;
    this.#fits = fits;
  }

  find(): MeantField | undefined {
    const own = this.#levels.at(-1);
    if (!own) return undefined;
    const near = this.#near(own);
    if (near?.fits === true) return near;
    return this.#replaced(own) ?? this.#above() ?? this.#asLabel(own) ?? this.#beside(own) ?? near;
  }

  /** A field of the same mapping that is spelt nearly so and is not written. */
  #near({ mapping, owner }: Level): MeantField | undefined {
    let best: MeantField | undefined;
    for (const name of owner.fieldNames?.() ?? []) {
      const field = knownField(owner, name, this.#minors);
      const distance = nearness(this.#name, name);
      if (!field || distance === undefined || distance > 1 || mapping.get(name).isPresent) continue;
      const meant: MeantField = { kind: 'renamed', mapping, name, fits: this.#fits(this.#value, field.schema) };
      if (!best || (meant.fits && !best.fits)) best = meant;
    }
    return best;
  }

  #replaced({ mapping, owner }: Level): MeantField | undefined {
    const name = REPLACED[owner.goType ?? '']?.[this.#name];
    return name === undefined ? undefined : { kind: 'replaced', mapping, name, fits: false };
  }

  #moved(mapping: Cursor, owner: Schema): MeantField | undefined {
    const field = knownField(owner, this.#name, this.#minors);
    if (!field || !mapping.get(this.#name).isAbsent || !this.#fits(this.#value, field.schema)) return undefined;
    return { kind: 'moved', mapping, name: this.#name, fits: true };
  }

  /** A mapping around this one that has the field: it is indented too far. */
  #above(): MeantField | undefined {
    return this.#levels
      .slice(0, -1)
      .toReversed()
      .flatMap(({ mapping, owner }) => this.#moved(mapping, owner) ?? [])[0];
  }

  /** Labels that stand in a selector of the kind that has `matchLabels`. */
  #asLabel({ mapping, owner }: Level): MeantField | undefined {
    if (!isLabelSelector(owner) || typeof this.#value.scalar() !== 'object' || !this.#value.isScalar) return undefined;
    const labels = mapping.get('matchLabels');
    return labels.isList || labels.isScalar ? undefined : { kind: 'moved', mapping: labels, name: this.#name, fits: true };
  }

  /** A field of the same mapping that has it: written and empty, or the only one that could be written. */
  #beside({ mapping, owner }: Level): MeantField | undefined {
    const found = (owner.fieldNames?.() ?? []).flatMap(name => {
      const schema = knownField(owner, name, this.#minors)?.schema;
      const inner = mapping.get(name);
      const struct = schema?.type === 'object' ? schema : undefined;
      const meant = struct && (inner.isMapping || inner.isAbsent) ? this.#moved(inner, struct) : undefined;
      return meant ? [meant] : [];
    });
    const empty = found.filter(meant => meant.mapping.isWritten && meant.mapping.isAbsent);
    return empty.length === 1 ? empty[0] : found.length === 1 ? found[0] : undefined;
  }
}

/** What was probably meant by a field that does not exist; undefined where nothing is near. */
export function findMeantField(field: UnknownField, fits: Fits): MeantField | undefined {
  return new Search(field, fits).find();
}
