/** The first 32 bits of the fractional part of a root: where the constants of SHA-256 come from (FIPS 180-4, 4.2.2 and 5.3.3). */
function fractionBits(root: number): number {
  return ((root - Math.floor(root)) * 2 ** 32) | 0;
}

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate++) if (primes.every(prime => candidate % prime !== 0)) primes.push(candidate);
  return primes;
}

interface Constants {
  readonly rounds: Int32Array;
  readonly initial: readonly number[];
}

function buildConstants(): Constants {
  const primes = firstPrimes(64);
  return {
    rounds: Int32Array.from(primes, prime => fractionBits(Math.cbrt(prime))),
    initial: primes.slice(0, 8).map(prime => fractionBits(Math.sqrt(prime))),
  };
}

/** Built at the first text: most runs find nothing that needs a name. */
let constants: Constants | undefined;

function utf8Bytes(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
  return bytes;
}

/** The message with its padding and length, as big-endian words. */
function padded(bytes: readonly number[]): Int32Array {
  const words = new Int32Array((((bytes.length + 8) >> 6) + 1) * 16);
  for (const [index, byte] of [...bytes, 0x80].entries()) {
    const at = index >> 2;
    words[at] = (words[at] ?? 0) | (byte << (24 - (index % 4) * 8));
  }
  words[words.length - 2] = Math.floor(bytes.length / 2 ** 29);
  words[words.length - 1] = bytes.length << 3;
  return words;
}

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** The 64 words that a block is spread to. */
function spread(block: Int32Array): Int32Array {
  const words = new Int32Array(64);
  words.set(block);
  const at = (index: number): number => words[index] ?? 0;
  for (let i = 16; i < 64; i++) {
    const [early, late] = [at(i - 15), at(i - 2)];
    const low = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
    const high = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
    words[i] = (at(i - 16) + low + at(i - 7) + high) | 0;
  }
  return words;
}

function compress(state: readonly number[], block: Int32Array, rounds: Int32Array): number[] {
  const words = spread(block);
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let i = 0; i < 64; i++) {
    const choice = (e & f) ^ (~e & g);
    const first = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice + (rounds[i] ?? 0) + (words[i] ?? 0)) | 0;
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  return [a, b, c, d, e, f, g, h].map((word, index) => (word + (state[index] ?? 0)) | 0);
}

/** SHA-256 of a text in UTF-8, as hexadecimal digits: names that outlive a run need a hash without collisions, and the core has no Node. */
export function digest(text: string): string {
  const words = padded(utf8Bytes(text));
  constants ??= buildConstants();
  const { rounds } = constants;
  let state = constants.initial;
  for (let at = 0; at < words.length; at += 16) state = compress(state, words.subarray(at, at + 16), rounds);
  return state.map(word => (word >>> 0).toString(16).padStart(8, '0')).join('');
}
