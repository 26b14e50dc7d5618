import { decodeText, type Decoded } from '../decode.ts';
import { LARGEST_FILE } from '../read-file.ts';
import { pointedTo, readLargeFile } from './large-file.ts';
import { runGit, type Git } from './run-git.ts';

/** How often git is asked again for what comes after a content that it lacks. */
const MOST_RETRIES = 50;

const ABSENT = 'git does not have its content here, as in a partial clone';

/** Name that git gives to a content: the same for the same bytes. */
export function nameContent(text: string, algorithm: 'sha1' | 'sha256'): string {
  const { createHash } = process.getBuiltinModule('node:crypto');
  return createHash(algorithm)
    .update(`blob ${String(Buffer.byteLength(text))}\u0000`)
    .update(text)
    .digest('hex');
}

/** How a repository names its contents, by the length of a name. */
export function algorithmOf(oid: string): 'sha1' | 'sha256' {
  return oid.length === 64 ? 'sha256' : 'sha1';
}

/** Contents by their names, each read once. */
export class Blobs {
  readonly #git: Git;
  readonly #gitDirectory: string;
  readonly #known = new Map<string, Decoded>();
  readonly #plain = new Map<string, string>();
  /** Of contents that are no text. */
  readonly #bytes = new Map<string, Uint8Array>();

  constructor(git: Git, gitDirectory: string) {
    this.#git = git;
    this.#gitDirectory = gitDirectory;
  }

  /** Hands in a content that was read elsewhere. */
  add(oid: string, text: string): void {
    this.#take(oid, { text });
  }

  read(oid: string): Decoded {
    this.load([oid]);
    return this.#known.get(oid) ?? { reason: ABSENT };
  }

  /** What a file holds, text or not; undefined where git does not have it. */
  readBytes(oid: string): Uint8Array | undefined {
    const read = this.read(oid);
    return 'text' in read ? Buffer.from(read.text) : this.#bytes.get(oid);
  }

  /** The content as git holds it, also where Git LFS keeps the file. */
  readLink(oid: string): string {
    this.load([oid]);
    return this.#plain.get(oid) ?? '';
  }

  /** Reads contents at once. An answer that does not fit into memory is asked for in halves. */
  load(oids: readonly string[]): void {
    this.#load(
      [...new Set(oids)].filter(oid => !this.#known.has(oid)),
      MOST_RETRIES,
    );
  }

  #load(wanted: readonly string[], retries: number): void {
    if (wanted.length === 0) return;
    const { ok, isTooLarge, stdout, error } = runGit(this.#git, ['cat-file', '--batch'], `${wanted.join('\n')}\n`);
    if (isTooLarge && wanted.length > 1) {
      const half = wanted.length >> 1;
      this.#load(wanted.slice(0, half), retries);
      this.#load(wanted.slice(half), retries);
      return;
    }
    this.#readAnswer(stdout);
    const left = wanted.filter(oid => !this.#known.has(oid));
    const reason = isTooLarge ? 'it is larger than a file may be' : ok ? ABSENT : `${ABSENT} (${error})`;
    // In a partial clone git ends at the first content that it lacks.
    const given = retries === 0 ? left : left.slice(0, 1);
    for (const oid of given) this.#known.set(oid, { reason });
    this.#load(left.slice(given.length), retries - 1);
  }

  /** `<name> blob <size>`, the bytes and a line break; `<name> missing` where there are none. */
  #readAnswer(stdout: Buffer): void {
    for (let at = 0; at < stdout.length;) {
      const end = stdout.indexOf(10, at);
      if (end === -1) return;
      const [oid = '', type = '', size = ''] = stdout.toString('latin1', at, end).split(' ');
      at = end + 1;
      if (type !== 'blob') {
        this.#known.set(oid, { reason: ABSENT });
        continue;
      }
      const length = Number(size);
      // An answer that was cut off says nothing of its last content.
      if (at + length > stdout.length) return;
      if (length > LARGEST_FILE) this.#take(oid, { reason: 'it is larger than a file may be' });
      else this.#takeBytes(oid, stdout.subarray(at, at + length));
      at += length + 1;
    }
  }

  #takeBytes(oid: string, bytes: Buffer): void {
    const decoded = decodeText(bytes);
    this.#take(oid, decoded);
    // A copy: a part would keep all of the answer.
    if ('reason' in decoded) this.#bytes.set(oid, Uint8Array.from(bytes));
  }

  #take(oid: string, decoded: Decoded): void {
    if ('text' in decoded) this.#plain.set(oid, decoded.text);
    const pointed = 'text' in decoded ? pointedTo(decoded.text) : undefined;
    this.#known.set(oid, pointed === undefined ? decoded : readLargeFile(pointed, this.#gitDirectory));
  }
}
