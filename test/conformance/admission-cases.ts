import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { readCase, type AdmissionCase } from './admission.ts';

/** The recordings that the project carries: every case whose verdict an object decides by itself, without what only readers need. */
export const PACKED = 'test/conformance/admission.jsonl.br';

/** What is compared, in a fixed order of keys: the text of a packed line. */
function packCase({ id, kind, mutation, yaml, verdict, causes, message, warnings }: AdmissionCase): string {
  return JSON.stringify({ id, kind, mutation, yaml, verdict, causes, ...(message === undefined ? {} : { message }), warnings });
}

/** The recordings of the reference data, as they are packed. Other parts of it are about changes of objects, and about clusters. */
export function readRecordings(folder: string): string {
  const names = readdirSync(folder).filter(name => name.endsWith('.jsonl') && name !== 'updates.jsonl');
  const lines = names.sort().flatMap(name => readFileSync(path.join(folder, name), 'utf8').split('\n'));
  const cases = lines.filter(Boolean).map(readCase);
  return cases
    .filter(({ state }) => !state)
    .map(each => `${packCase(each)}\n`)
    .join('');
}

export function pack(text: string): Buffer {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } });
}

export function unpack(file: string | URL): string {
  return brotliDecompressSync(readFileSync(file)).toString('utf8');
}

export function readPackedCases(file: string | URL): readonly AdmissionCase[] {
  return unpack(file).split('\n').filter(Boolean).map(readCase);
}
