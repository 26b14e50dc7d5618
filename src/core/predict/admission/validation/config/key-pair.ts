import { decodeBase64 } from '../../../../yaml/base64.ts';

const BEGIN = '-----BEGIN ';
const DASHES = '-----';
/** Texts with more blocks than this are not looked through. */
const MOST_BLOCKS = 100;

/** What a server that pairs a certificate with its key says against them. */
export interface KeyPairFault {
  readonly of: 'certificate' | 'key';
  readonly text: string;
}

/** Base64 of a PEM block, below headers that end in an empty line. */
function isPemBody(body: string): boolean {
  const headers = /^(?:[^\n:]*:[^\n]*\n)*/.exec(body)?.[0].length ?? 0;
  return decodeBase64(body.slice(headers).replaceAll(/[ \t]/g, '')) !== undefined;
}

/** Whether nothing but blanks stands between a place and the end of its line. */
function endsLine(text: string, at: number): boolean {
  const lineEnd = text.indexOf('\n', at);
  return text.slice(at, lineEnd === -1 ? text.length : lineEnd).trim() === '';
}

/** Types of the PEM blocks of a text in their order; undefined where there are too many. */
function pemTypes(text: string): readonly string[] | undefined {
  const types: string[] = [];
  let at = 0;
  for (let tries = 0; tries < MOST_BLOCKS; tries++) {
    const begin = text.indexOf(BEGIN, at);
    if (begin === -1) return types;
    const lineEnd = text.indexOf('\n', begin);
    at = begin + BEGIN.length;
    const line = text.slice(at, lineEnd === -1 ? at : lineEnd).trimEnd();
    if (!line.endsWith(DASHES) || (begin > 0 && text[begin - 1] !== '\n')) continue;
    const type = line.slice(0, -DASHES.length);
    const trailer = `${DASHES}END ${type}${DASHES}`;
    const end = text.indexOf(trailer, lineEnd);
    if (end === -1 || !isPemBody(text.slice(lineEnd + 1, end)) || !endsLine(text, end + trailer.length)) continue;
    types.push(type);
    at = end + trailer.length;
  }
  return undefined;
}

const isPrivateKey = (type: string): boolean => type === 'PRIVATE KEY' || type.endsWith(' PRIVATE KEY');

function certificateFault(types: readonly string[]): string | undefined {
  if (types.includes('CERTIFICATE')) return undefined;
  const [first, second] = types;
  if (first === undefined) return 'tls: failed to find any PEM data in certificate input';
  if (second === undefined && first.endsWith('PRIVATE KEY')) {
    return 'tls: failed to find certificate PEM data in certificate input, but did find a private key; PEM inputs may have been switched';
  }
  return `tls: failed to find "CERTIFICATE" PEM block in certificate input after skipping PEM blocks of the following types: [${types.join(' ')}]`;
}

function keyFault(types: readonly string[]): string | undefined {
  if (types.some(isPrivateKey)) return undefined;
  const [first, second] = types;
  if (first === undefined) return 'tls: failed to find any PEM data in key input';
  if (second === undefined && first === 'CERTIFICATE') return 'tls: found a certificate rather than a key in the PEM for the private key';
  return `tls: failed to find PEM block with type ending in "PRIVATE KEY" in key input after skipping PEM blocks of the following types: [${types.join(' ')}]`;
}

/**
 * What Go's `tls.X509KeyPair` says before it reads a certificate: that there are no PEM blocks, or the wrong ones. Whether the certificate
 * can be read and fits the key is not looked at.
 */
export function keyPairFault(certificate: string, key: string): KeyPairFault | undefined {
  const [certificateTypes, keyTypes] = [pemTypes(certificate), pemTypes(key)];
  const ofCertificate = certificateTypes && certificateFault(certificateTypes);
  if (ofCertificate !== undefined) return { of: 'certificate', text: ofCertificate };
  const ofKey = certificateTypes && keyTypes && keyFault(keyTypes);
  return ofKey === undefined ? undefined : { of: 'key', text: ofKey };
}
