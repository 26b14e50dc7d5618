import { describe, expect, it } from 'vitest';
import { readUrl } from '../../../src/core/model/url.ts';

describe('readUrl', () => {
  it.each([
    ['https://hooks.example.com/check', { scheme: 'https', host: 'hooks.example.com', path: '/check', query: '', fragment: '' }],
    ['https://a:b@h:8443/p?x=1#f', { scheme: 'https', user: 'a:b', host: 'h:8443', path: '/p', query: 'x=1', fragment: 'f' }],
    ['HTTPS://[::1]:80', { scheme: 'https', host: '[::1]:80', path: '' }],
    ['/only/a/path', { scheme: '', host: '', path: '/only/a/path' }],
    ['//host/path', { scheme: '', host: 'host', path: '/path' }],
    ['', { scheme: '', host: '', path: '' }],
  ])('%s', (text, parts) => {
    expect(readUrl(text)).toMatchObject(parts);
  });

  it.each([
    ['https://a b', 'parse "https://a b": invalid character " " in host name'],
    ['https://h:x/', 'parse "https://h:x/": invalid port ":x" after host'],
    ['https://h/%zz', 'parse "https://h/%zz": invalid URL escape "%zz"'],
    [':80', 'parse ":80": missing protocol scheme'],
    ['1:2', 'parse "1:2": first path segment in URL cannot contain colon'],
  ])('%s', (text, fault) => {
    expect(readUrl(text)).toBe(fault);
  });
});
