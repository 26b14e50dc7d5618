import type { Secret } from 'kubernetes-types/core/v1.d.ts';
import { utf8Of } from '../../../../text/utf8.ts';
import { base64Size, decodeBase64 } from '../../../../yaml/base64.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { byteLength } from '../../formats.ts';
import { textOf } from '../../read.ts';

interface SecretEntry {
  readonly cursor: Cursor<string>;
  /** Written under `stringData`, as it is; else as base64. */
  readonly isPlain: boolean;
}

/** The values of a Secret as the server holds them: `stringData` written over `data`. */
export class SecretData {
  readonly entries = new Map<string, SecretEntry>();
  readonly #secret: Cursor<Secret>;
  readonly #isOpen: boolean;

  constructor(secret: Cursor<Secret>) {
    const [data, stringData] = [secret.get('data'), secret.get('stringData')];
    this.#secret = secret;
    this.#isOpen = data.isOpen || stringData.isOpen;
    for (const { key, value } of data.entries()) this.entries.set(key, { cursor: value, isPlain: false });
    for (const { key, value } of stringData.entries()) this.entries.set(key, { cursor: value, isPlain: true });
  }

  /** Bytes of all values that are known. */
  get size(): number {
    let size = 0;
    for (const { cursor, isPlain } of this.entries.values()) {
      const text = textOf(cursor) ?? '';
      size += isPlain ? byteLength(text) : base64Size(text);
    }
    return size;
  }

  /** True where it is proven that there is no such key. */
  lacks(key: string): boolean {
    return !this.#isOpen && !this.entries.has(key);
  }

  /** Where the key is written, or would be. */
  at(key: string): Cursor<string> {
    return this.entries.get(key)?.cursor ?? this.#secret.get('data').get(key);
  }

  /** The value, one character a byte; undefined where it is not known or no base64. */
  bytesOf(key: string): string | undefined {
    const entry = this.entries.get(key);
    const text = entry && textOf(entry.cursor);
    if (text === undefined) return undefined;
    return entry?.isPlain ? utf8Of(text) : decodeBase64(text);
  }
}
