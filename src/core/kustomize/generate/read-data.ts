import { decodeUtf8 } from '../../text/decode-utf8.ts';
import { opaqueFile, opaquePlace } from '../../yaml/opaque-file.ts';
import type { Origin } from '../../yaml/origin.ts';
import { fail, type BuildContext } from '../context.ts';
import type { FaultKind } from '../fault.ts';
import type { GeneratorEntry, Text } from '../kustomization.ts';
import { locateFile } from '../locate-file.ts';
import { writtenAt } from '../written.ts';
import type { Data, DataPair } from './data-pair.ts';
import { readEnvLines } from './env-lines.ts';

/** The API server takes 3 MB a request: what is far larger is never applied, and not worth the memory of a build. */
const MOST_BYTES = 16_000_000;

/** Why a source gives nothing. */
interface SourceFailure {
  readonly kind: FaultKind;
  readonly answer: string;
  readonly near?: string;
}

type Read = readonly DataPair[] | SourceFailure;

/** Takes what is wrong with a source that is used all the same. */
type Report = (failure: SourceFailure) => void;

interface FileContent {
  readonly path: string;
  readonly bytes: Uint8Array;
}

function isFailure<T extends object>(read: T | SourceFailure): read is SourceFailure {
  return 'answer' in read;
}

function readContent(named: string, context: BuildContext, report: Report): FileContent | SourceFailure {
  const found = locateFile(context, named);
  const path = typeof found === 'string' ? found : found.path;
  if (path === undefined) return typeof found === 'string' ? { kind: 'resource-missing', answer: found } : found;
  if (typeof found !== 'string') report(found);
  const bytes = context.files.bytes(path);
  if (!bytes) return { kind: 'resource-unreadable', answer: `'${path}' cannot be read` };
  if (bytes.length > MOST_BYTES) return { kind: 'resource-unreadable', answer: `'${path}' is larger than ${String(MOST_BYTES / 1_000_000)} MB` };
  context.used.add(path);
  return { path, bytes };
}

function withoutQuotes(value: string): string {
  const [first, last] = [value.charAt(0), value.at(-1)];
  return value.length >= 2 && first === last && (first === '"' || first === "'") ? value.slice(1, -1) : value;
}

function readLiteral({ value, at }: Text): Read {
  const equals = value.indexOf('=');
  if (equals <= 0) return { kind: 'generator', answer: `invalid literal source ${value}, expected key=value` };
  const origin = writtenAt(at);
  return [{ key: value.slice(0, equals), text: withoutQuotes(value.slice(equals + 1)), keyOrigin: origin, origin }];
}

function readEnv({ value, at }: Text, context: BuildContext, report: Report, isSecret: boolean): Read {
  const content = readContent(value, context, report);
  if (isFailure(content)) return content;
  const text = decodeUtf8(content.bytes);
  if (text === undefined) return { kind: 'generator', answer: `'${content.path}' has invalid utf8 bytes` };
  const file = opaqueFile(content.path, text, isSecret);
  return readEnvLines(text).map(({ key, value: read, span }) => {
    const origin = writtenAt(opaquePlace(file, span) ?? at);
    return { key, text: read, keyOrigin: origin, origin };
  });
}

/** `key=path`, or a path whose last part is the key. */
function splitFileSource(source: string): readonly [key: string, path: string] | SourceFailure {
  const [key = '', path, ...more] = source.split('=');
  if (path === undefined) return [key.replace(/\/+$/, '').replace(/^.*\//, ''), key];
  const answer =
    more.length > 0
      ? `source ${JSON.stringify(source)} key name or file path contains '='`
      : key === ''
        ? `missing key name for file path ${JSON.stringify(path)} in source ${JSON.stringify(source)}`
        : path === ''
          ? `missing file path for key name ${JSON.stringify(key)} in source ${JSON.stringify(source)}`
          : undefined;
  return answer === undefined ? [key, path] : { kind: 'generator', answer };
}

/** A file stands at its first line, so that a line of the value is the line of the file. */
function originOfFile({ path }: FileContent, text: string | undefined, at: Text['at'], isSecret: boolean): Origin {
  if (text === undefined) return writtenAt(at);
  const newline = text.indexOf('\n');
  return writtenAt(opaquePlace(opaqueFile(path, text, isSecret), { start: 0, end: newline === -1 ? text.length : newline }) ?? at);
}

function readFileSource({ value, at }: Text, context: BuildContext, report: Report, isSecret: boolean): Read {
  const source = splitFileSource(value);
  if (isFailure(source)) return source;
  const content = readContent(source[1], context, report);
  if (isFailure(content)) return content;
  const { bytes } = content;
  const text = decodeUtf8(bytes);
  return [{ key: source[0], text, bytes, keyOrigin: writtenAt(at), origin: originOfFile(content, text, at, isSecret) }];
}

/** Pairs in the order in which kustomize takes them: envs, literals, files (K-100). A source that cannot be read is left out. */
export function readData({ kind: made, envs, literals, files }: GeneratorEntry, context: BuildContext): Data {
  // No line of what becomes a Secret is shown.
  const isSecret = made === 'Secret';
  const sources: readonly (readonly [label: string, texts: readonly Text[], read: (text: Text, report: Report) => Read])[] = [
    ['env source files:', envs, (text, report) => readEnv(text, context, report, isSecret)],
    ['literal sources', literals, readLiteral],
    ['file sources:', files, (text, report) => readFileSource(text, context, report, isSecret)],
  ];
  const pairs: DataPair[] = [];
  let isComplete = true;
  for (const [label, texts, read] of sources) {
    for (const text of texts) {
      const report: Report = ({ kind, answer, near }) => {
        const said = `loading KV pairs: ${label} [${texts.map(({ value }) => value).join(' ')}]: ${answer}`;
        fail(context, { kind, answer: said, at: text.at, subject: text.value, ...(near !== undefined && { near }) });
      };
      const found = read(text, report);
      if (isFailure(found)) {
        isComplete = false;
        report(found);
      } else for (const pair of found) pairs.push(pair);
    }
  }
  return { pairs, isComplete };
}
