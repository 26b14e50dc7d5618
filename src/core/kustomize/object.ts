import type { Place } from '../yaml/place.ts';
import type { PreviousId } from './identity.ts';
import type { MapNode, YamlNode } from './node.ts';
import type { Origin } from '../yaml/origin.ts';

/** A value that a patch took away. */
export interface Removal {
  /** Keys and element keys from the root of the object. */
  readonly path: readonly string[];
  readonly at: Place;
  /** What was there. */
  readonly was: YamlNode;
}

/** A prefix or suffix that was put on the name, with the line that says so. */
export interface Affix {
  readonly text: string;
  readonly at: Place;
}

/** One object on its way through a build, changed in place. */
export interface BuildObject {
  root: MapNode;
  /** Where the object begins in its file, or the generator's entry. */
  readonly origin: Origin;
  /** Names before each change, the oldest first (K-042). A patch that wipes annotations wipes these (K-043). */
  previous: PreviousId[];
  prefixes: Affix[];
  suffixes: Affix[];
  /** Made by a generator, and its name is to get the hash of what it holds (K-110). */
  needsHash: boolean;
  /** How a generator wants to meet an object of the same id (K-103). */
  behavior: 'create' | 'merge' | 'replace' | undefined;
  /** A part of it is not known: a generator's file that is missing. Its hash cannot be told. */
  isIncomplete: boolean;
  /** What patches took away. */
  readonly removals: Removal[];
}

/** An object that nothing has changed yet. */
export function newObject(root: MapNode, origin: Origin): BuildObject {
  return {
    root,
    origin,
    previous: [],
    prefixes: [],
    suffixes: [],
    needsHash: false,
    behavior: undefined,
    isIncomplete: false,
    removals: [],
  };
}
