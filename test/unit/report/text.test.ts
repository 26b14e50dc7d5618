import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { characterWidth, displayWidth, wrapText } from '../../../src/core/report/display-width.ts';
import { encodePath, escapeUnseen, renderSafeJson } from '../../../src/core/report/escape.ts';
import { renderCount, renderList } from '../../../src/core/report/plural.ts';
import { looksSecret } from '../../../src/core/report/secret-names.ts';
import { digest } from '../../../src/core/text/digest.ts';

describe('escapes', () => {
  test.each([
    ['\u001b[31mred', '\\x1b[31mred'],
    ['a\nb\rc\td', 'a\\nb\\rc\\td'],
    ['\u0000\u007f\u009b', '\\x00\\x7f\\x9b'],
    ['a\u202eb\u2066c', 'a\\u202eb\\u2066c'],
    ['\u200b\ufeff\u2028', '\\u200b\\ufeff\\u2028'],
    ['\ud800', '\\ud800'],
    ['\u{e0041}', '\\u{e0041}'],
    ['naïve 日本 👍', 'naïve 日本 👍'],
  ])('%j is shown as %s', (text, shown) => {
    expect(escapeUnseen(text)).toBe(shown);
  });

  test('JSON keeps its value and holds nothing that a terminal acts on', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), text => {
        const json = renderSafeJson({ text });
        expect(JSON.parse(json)).toEqual({ text });
        expect(json.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      }),
    );
  });

  test.each([
    ['k8s/my file#1.yaml', 'k8s/my%20file%231.yaml'],
    ['javascript:alert(1)', 'javascript%3Aalert(1)'],
    ['../a/b?c.yaml', '../a/b%3Fc.yaml'],
    ['a\ud800.yaml', 'a%EF%BF%BD.yaml'],
  ])('the path %j is the URI %s', (path, uri) => {
    expect(encodePath(path)).toBe(uri);
  });
});

describe('widths', () => {
  test.each([
    ['a', 1],
    ['é', 1],
    ['日', 2],
    ['ｱ', 1],
    ['Ａ', 2],
    ['👍', 2],
    ['\u0301', 0],
    ['한', 2],
    ['…', 1],
  ])('%s takes %i columns', (character, width) => {
    expect(characterWidth(character)).toBe(width);
  });

  test('texts wrap at blanks by columns, and words stay whole', () => {
    expect(wrapText('日本 日本 ab', 9)).toEqual(['日本 日本', 'ab']);
    expect(wrapText('a verylongword b', 5)).toEqual(['a', 'verylongword', 'b']);
    expect(wrapText('as it is', Infinity)).toEqual(['as it is']);
    expect(displayWidth('日本 ab')).toBe(7);
  });
});

describe('numbers', () => {
  test.each([
    [0, '0 files'],
    [1, '1 file'],
    [2, '2 files'],
    [21, '21 files'],
  ])('%i', (count, text) => {
    expect(renderCount(count, 'file')).toBe(text);
  });

  test('lists', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(renderList)).toEqual(['', 'a', 'a and b', 'a, b and c']);
  });
});

describe('names of secrets', () => {
  const secret = [
    'DB_PASSWORD',
    'PGPASSWORD',
    'apiKey',
    'API_KEY',
    'TOKEN',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_ACCESS_KEY_ID',
    'client-secret',
    'SMTP_PASS',
    'mysqlRootPassword',
    'SIGNING_KEYS',
  ];
  test.each(secret)('%s looks secret', name => {
    expect(looksSecret(name)).toBe(true);
  });

  const open = ['TOKEN_URL', 'SECRET_NAME', 'KEYCLOAK_URL', 'KEYCLOAK', 'PASSWORD_FILE', 'MONKEY', 'COMPASS', 'BYPASS', 'PORT', 'TOKEN_TTL', ''];
  test.each(open)('%s does not', name => {
    expect(looksSecret(name)).toBe(false);
  });
});

test('the digest is SHA-256', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), text => {
      expect(digest(text)).toBe(createHash('sha256').update(text).digest('hex'));
    }),
  );
  for (const length of [0, 55, 56, 63, 64, 65, 119, 120, 1000]) {
    expect(digest('x'.repeat(length))).toBe(createHash('sha256').update('x'.repeat(length)).digest('hex'));
  }
});
