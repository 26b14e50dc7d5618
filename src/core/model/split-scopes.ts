import { directoryOf } from '../text/path.ts';

/** Something that a file holds, with the name that it has in the cluster where it is an object with one. */
export interface Placed<T> {
  readonly path: string;
  readonly identity: string | undefined;
  /** What it says, for things of which equal copies contradict nothing; copies of all others are never applied together. */
  readonly wording?: () => string;
  readonly value: T;
}

/** What is applied together. */
export interface ScopeDraft<T> {
  /** A directory; empty for what was never split. */
  readonly name: string;
  readonly items: readonly Placed<T>[];
  /** Directories below that are scopes of their own: what is in them may belong here. */
  readonly inside: readonly string[];
  /** False where neighbours may be applied with it: then nothing in it proves that an object is missing. */
  readonly isApart: boolean;
}

/** Files that stand in the directory of a split belong to each child; beyond this many places they form a scope of their own. */
const SHARED_PLACES = 500_000;

interface Directory<T> {
  readonly name: string;
  readonly parent: Directory<T> | undefined;
  readonly children: Map<string, Directory<T>>;
  readonly direct: Placed<T>[];
  /** Equal objects part ways here. */
  splits: boolean;
  /** Holds an object that a neighbour holds as well. */
  repeats: boolean;
}

/** A scope while its directories are walked. */
interface Frame<T> {
  readonly name: string;
  readonly outer: Frame<T> | undefined;
  readonly items: Placed<T>[];
  readonly shared: readonly Placed<T>[];
  readonly inside: string[];
  /** Every neighbour of the split that made it repeats objects: they are the same thing several times. */
  readonly isOneOfMany: boolean;
}

function makeDirectory<T>(name: string, parent: Directory<T> | undefined): Directory<T> {
  return { name, parent, children: new Map(), direct: [], splits: false, repeats: false };
}

function childOf<T>(parent: Directory<T>, step: string): Directory<T> {
  let child = parent.children.get(step);
  if (!child) {
    child = makeDirectory(parent.parent === undefined ? step || '/' : `${parent.name === '/' ? '' : parent.name}/${step}`, parent);
    parent.children.set(step, child);
  }
  return child;
}

/** Sorts items into a tree of directories; gives back the directory of each item. */
function plant<T>(items: readonly Placed<T>[], root: Directory<T>): Directory<T>[] {
  const known = new Map<string, Directory<T>>([['.', root]]);
  return items.map(item => {
    const path = directoryOf(item.path);
    let directory = known.get(path);
    if (!directory) {
      directory = path.split('/').reduce(childOf, root);
      known.set(path, directory);
    }
    directory.direct.push(item);
    return directory;
  });
}

/** Climbs until a directory that another way has passed: there the two part. */
function climb<T>(place: Directory<T>, cameFrom: Map<Directory<T>, Directory<T> | undefined>): void {
  let from: Directory<T> | undefined;
  let at: Directory<T> | undefined = place;
  while (at && !cameFrom.has(at)) {
    cameFrom.set(at, from);
    from = at;
    at = at.parent;
  }
  if (!at) return;
  at.splits = true;
  for (const child of [from, cameFrom.get(at)]) if (child) child.repeats = true;
}

/** Marks every directory at which equal objects part. */
function markMeetings<T>(places: ReadonlySet<Directory<T>>): void {
  if (places.size < 2) return;
  const cameFrom = new Map<Directory<T>, Directory<T> | undefined>();
  for (const place of places) climb(place, cameFrom);
}

function markSplits<T>(items: readonly Placed<T>[], directories: readonly Directory<T>[]): void {
  const places = new Map<string, { found: Set<Directory<T>>; placed: Placed<T>[] }>();
  for (const [index, item] of items.entries()) {
    const directory = directories[index];
    if (item.identity === undefined || !directory) continue;
    const place = places.get(item.identity) ?? { found: new Set(), placed: [] };
    place.found.add(directory);
    place.placed.push(item);
    places.set(item.identity, place);
  }
  for (const { found, placed } of places.values()) if (found.size > 1 && !areCopies(placed)) markMeetings(found);
}

/** The same words in several places: applied twice, they make one object. */
function areCopies<T>(placed: readonly Placed<T>[]): boolean {
  const [first, ...others] = placed.map(({ wording }) => wording?.());
  return first !== undefined && others.every(other => other === first);
}

function isApart<T>(frame: Frame<T>): boolean {
  for (let at = frame; at.outer; at = at.outer) if (!at.isOneOfMany || at.outer.items.length > 0) return false;
  return true;
}

class Splitting<T> {
  readonly #frames: Frame<T>[] = [];

  /** Frames in the order of their directories, the outermost first. */
  run(root: Directory<T>): ScopeDraft<T>[] {
    this.#open(root, { name: '', outer: undefined, items: [], shared: [], inside: [], isOneOfMany: true });
    return this.#frames
      .filter(frame => frame.items.length > 0)
      .map(frame => ({ name: frame.name, items: [...frame.shared, ...frame.items], inside: frame.inside, isApart: isApart(frame) }));
  }

  #open(directory: Directory<T>, frame: Frame<T>): Frame<T> {
    this.#frames.push(frame);
    this.#gather(directory, frame);
    return frame;
  }

  #gather(directory: Directory<T>, frame: Frame<T>): void {
    if (directory.splits) {
      this.#split(directory, frame);
      return;
    }
    for (const item of directory.direct) frame.items.push(item);
    for (const child of directory.children.values()) this.#gather(child, frame);
  }

  #split(directory: Directory<T>, frame: Frame<T>): void {
    frame.inside.push(directory.name);
    const { direct } = directory;
    const children = [...directory.children.values()];
    const isOneOfMany = children.every(child => child.repeats);
    const common = direct.length * children.length <= SHARED_PLACES ? direct : [];
    const shares = children.map(child => {
      const held = identitiesBelow(child, direct);
      return common.filter(({ identity }) => identity === undefined || !held.has(identity));
    });
    const isReplaced = common.length < direct.length || shares.some(shared => shared.length < direct.length);
    const frames = children.map((child, index) =>
      this.#open(child, { name: child.name, outer: frame, items: [], shared: shares[index] ?? [], inside: [], isOneOfMany: isOneOfMany && !isReplaced }),
    );
    // Where a child replaces a file of the directory, or none takes it, the directory's own files are applied by themselves.
    if (isReplaced || frames.every(({ items }) => items.length === 0))
      this.#frames.push({ name: directory.name, outer: frame, items: [...direct], shared: [], inside: [], isOneOfMany: false });
  }
}

/** Identities of a directory's subtree; not looked up where no file could clash with them. */
function identitiesBelow<T>(directory: Directory<T>, direct: readonly Placed<T>[]): ReadonlySet<string> {
  const found = new Set<string>();
  if (direct.length === 0) return found;
  const pending = [directory];
  for (let at = pending.pop(); at; at = pending.pop()) {
    for (const { identity } of at.direct) if (identity !== undefined) found.add(identity);
    pending.push(...at.children.values());
  }
  return found;
}

/**
 * Splits plain manifests where an object stands in two directories: these are not applied together. The split is at the lowest
 * directory that holds both; each child of it is a scope, and files directly in it belong to each (design §4.7).
 */
export function splitScopes<T>(items: readonly Placed<T>[]): ScopeDraft<T>[] {
  const root = makeDirectory<T>('.', undefined);
  markSplits(items, plant(items, root));
  return new Splitting<T>().run(root);
}

/** Objects that stand in two files of one scope: one of them is applied, and which one is not known. */
export function findAlternatives<T>(items: readonly Placed<T>[]): ReadonlySet<T> {
  const first = new Map<string, Placed<T>>();
  const clashing = new Set<string>();
  for (const item of items) {
    if (item.identity === undefined) continue;
    const other = first.get(item.identity);
    if (!other) first.set(item.identity, item);
    else if (other.path !== item.path) clashing.add(item.identity);
  }
  return new Set(items.filter(({ identity }) => identity !== undefined && clashing.has(identity)).map(({ value }) => value));
}
