/** Type of a cursor whose fields no API type describes: any key may be asked for. */
export interface Untyped {
  readonly [key: string]: Untyped;
}

/** Type of the elements of a list. */
export type ElementOf<T> = T extends readonly (infer E)[] ? E : Untyped;
/** Type of the values of a map. */
export type ValueOf<T> = T extends Readonly<Record<string, infer V>> ? V : Untyped;
