/** A literal of an expression. */
export type Literal = null | boolean | bigint | number | string | Uint8Array | { readonly uint: bigint };

interface Positioned {
  /** Offset in the text that messages about the node point at: of an operator the operator, of a call its parenthesis. */
  readonly at: number;
}

/**
 * An expression after its macros have been resolved. What the parser's library calls by its own names is said here in the words of the
 * language's specification, with the positions that the API server's messages give.
 */
export type Expression = Positioned &
  (
    | { readonly op: 'literal'; readonly value: Literal }
    | { readonly op: 'identifier'; readonly name: string }
    | { readonly op: 'select'; readonly of: Expression; readonly field: string; readonly isOptional: boolean }
    | { readonly op: 'has'; readonly of: Expression; readonly field: string; readonly isOptional: boolean }
    /** Operators too, by their names in the checker's messages: `_+_`, `!_`, `_[_]`. */
    | { readonly op: 'call'; readonly name: string; readonly receiver?: Expression; readonly args: readonly Expression[] }
    | { readonly op: 'list'; readonly elements: readonly Expression[] }
    | { readonly op: 'map'; readonly entries: readonly (readonly [Expression, Expression])[] }
    | { readonly op: 'comprehension'; readonly comprehension: Comprehension }
    | { readonly op: 'bind'; readonly name: string; readonly value: Expression; readonly body: Expression }
  );

/** A macro over the elements of a list or the keys of a map. With a second variable: over indexes and elements, keys and values. */
export interface Comprehension {
  readonly macro: MacroName;
  readonly over: Expression;
  readonly variables: readonly string[];
  /** The condition of `all`, `exists`, `exists_one`, `filter`, and of the longer form of the others. */
  readonly condition?: Expression;
  /** What `map` and its relatives make of an element. */
  readonly transform?: Expression;
}

export type MacroName = 'all' | 'exists' | 'exists_one' | 'filter' | 'map' | 'transformList' | 'transformMap' | 'transformMapEntry';

/** Why a text is no expression, or none that the checker takes. */
export interface Issue {
  readonly at: number;
  readonly message: string;
}
