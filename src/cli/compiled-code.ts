import { closeSync, fstatSync, mkdirSync, openSync, readSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { constants, Script } from 'node:vm';

/** The folder of files whose names carry a hash of what is in them. */
const CHUNKS = 'chunks';

/** What a chunk is read as: the function that `require` makes of a module. */
const HEAD = Buffer.from('(function (exports, require, module, __filename, __dirname) { ');
const TAIL = Buffer.from('\n})');

/** How much of the second copy of kept code is compared at once. */
const PIECE = 2 ** 16;

/** Files are read into the same memory one after the other: a page of memory that is new to the process costs more than filling it. */
let memory = Buffer.allocUnsafeSlow(2 ** 20);

function makeRoom(size: number): void {
  if (memory.length < size) memory = Buffer.allocUnsafeSlow(size);
}

/** Calls with the open file and its size. */
function withFile<T>(file: string, read: (descriptor: number, size: number) => T): T {
  const descriptor = openSync(file, 'r');
  try {
    return read(descriptor, fstatSync(descriptor).size);
  } finally {
    closeSync(descriptor);
  }
}

/** Text of a file of ours as a function. The build writes ASCII, which is read sooner as Latin-1. */
function readFunction(file: string): string {
  return withFile(file, (descriptor, size) => {
    makeRoom(HEAD.length + size + TAIL.length);
    HEAD.copy(memory);
    const end = HEAD.length + readSync(descriptor, memory, HEAD.length, size, 0);
    return memory.toString('latin1', 0, end + TAIL.copy(memory, end));
  });
}

/** Whether the second half of a file is what was read of the first. */
function isTwice(descriptor: number, half: number): boolean {
  for (let at = 0; at < half; at += PIECE) {
    const size = Math.min(PIECE, half - at);
    if (readSync(descriptor, memory, half, size, half + at) !== size) return false;
    if (memory.compare(memory, at, at + size, half, half + size) !== 0) return false;
  }
  return true;
}

/** Kept code, good until the next file is read; undefined where there is none, or it is damaged. */
function readKept(file: string): Buffer | undefined {
  try {
    return withFile(file, (descriptor, size) => {
      const half = size / 2;
      makeRoom(half + PIECE);
      const isWhole = half > 0 && Number.isInteger(half) && readSync(descriptor, memory, 0, half, 0) === half && isTwice(descriptor, half);
      return isWhole ? memory.subarray(0, half) : undefined;
    });
  } catch {
    return undefined;
  }
}

/**
 * Writes code so that whoever reads meanwhile gets the old or the new. V8 trusts what it is given and one wrong byte ends the process,
 * so it is written twice and the halves are compared: that takes a tenth of the time of a checksum.
 */
function writeKept(file: string, code: Uint8Array): void {
  const own = `${file}.${String(process.pid)}`;
  writeFileSync(own, Buffer.concat([code, code]), { mode: 0o644 });
  renameSync(own, file);
}

const isModule = (value: unknown): value is NodeJS.Module => typeof value === 'object' && value !== null && 'exports' in value;

/** Whether V8 compiled it itself: there was no kept code, or it was of another V8. */
function isNew({ cachedDataRejected }: Script): boolean {
  return cachedDataRejected !== false;
}

/**
 * Requires the chunks of the program, and keeps what V8 compiles of them for the next start: half of a short run is compilation.
 *
 * The kept code lies beside the program, where whoever can write can change the program itself. V8 takes kept code for the code of
 * any text that is as long, so only chunks are kept, whose names carry a hash.
 */
export class CompiledCode {
  readonly #root: string;
  readonly #folder: string;
  readonly #program: NodeJS.Module;
  readonly #cache: NodeJS.Dict<NodeJS.Module>;
  readonly #chunks = new Map<string, Script>();

  /** Takes what Node gave the program that runs, `module` and `require.cache`: that is there without loading `node:module`. */
  constructor(root: string, program: NodeJS.Module, cache: NodeJS.Dict<NodeJS.Module>) {
    this.#root = root;
    this.#program = program;
    this.#cache = cache;
    this.#folder = join(root, '.cache', `${process.version}-${process.arch}`);
  }

  /** The exports of a file, as `require` gives them: whoever requires the file later meets the same instance. */
  require(file: string): unknown {
    const known = this.#cache[file];
    if (known) return known.exports;
    const module: unknown = Reflect.construct(this.#program.constructor, [file]);
    if (!isModule(module)) throw new TypeError('Node made no module');
    module.filename = file;
    this.#cache[file] = module;
    const run: unknown = this.#compile(file).runInThisContext();
    const requireFrom = (id: string): unknown => (id.startsWith('.') ? this.require(join(dirname(file), id)) : this.#program.require(id));
    if (typeof run === 'function') Reflect.apply(run, module.exports, [module.exports, requireFrom, module, file, dirname(file)]);
    module.loaded = true;
    return module.exports;
  }

  #compile(file: string): Script {
    const isChunk = basename(dirname(file)) === CHUNKS;
    const text = readFunction(file);
    const cachedData = isChunk ? readKept(this.#keptAs(file)) : undefined;
    const importModuleDynamically = constants.USE_MAIN_CONTEXT_DEFAULT_LOADER;
    const script = new Script(text, { filename: file, importModuleDynamically, ...(cachedData && { cachedData }) });
    if (isChunk) this.#chunks.set(file, script);
    return script;
  }

  #keptAs(file: string): string {
    return join(this.#folder, `${basename(file)}.bin`);
  }

  /**
   * Keeps the code of this run. A chunk without any means a kind of run that was not seen before, so functions of the others are new too.
   * A place that cannot be written, or is another user's, is left as it is.
   */
  keep(): void {
    if (![...this.#chunks.values()].some(isNew)) return;
    try {
      if (statSync(this.#root).uid !== (process.getuid?.() ?? 0)) return;
      mkdirSync(this.#folder, { recursive: true, mode: 0o755 });
      for (const [file, script] of this.#chunks) writeKept(this.#keptAs(file), script.createCachedData());
    } catch {
      return;
    }
  }
}
