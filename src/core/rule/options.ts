export type OptionValue = string | number | boolean | readonly string[];

/** One option of a rule: its default tells its type. */
export interface OptionDefinition {
  readonly default: OptionValue;
  /** One sentence for the docs and the editor. */
  readonly about: string;
  /** The allowed values of a string option. */
  readonly values?: readonly string[];
}

export type OptionTable = Readonly<Record<string, OptionDefinition>>;

type Widen<T> = T extends string ? string : T extends number ? number : T extends boolean ? boolean : T extends readonly string[] ? readonly string[] : never;

export type OptionValues<O extends OptionTable> = { readonly [K in keyof O]: Widen<O[K]['default']> };
