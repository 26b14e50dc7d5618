import { describe, expect, test } from 'vitest';
import { faultsOfHelp, faultsOfMessage } from '../../harness/words.ts';

describe('a message', () => {
  test.each([
    'Service "web" selects app "shpo", its pods carry "shop", so it gets no endpoints',
    'nodePort 3000 of Service "web" is outside 30000-32767, so the API server refuses it',
    'DB_HOST of Deployment "web" names "db", which exists in namespace "data" and not in "shop"',
    'Key "ports" stands twice in spec, so only the second one would count',
    'Service "web" selects app "it\'s." in "a.b. C"',
  ])('%s', text => {
    expect(faultsOfMessage(text)).toEqual([]);
  });

  test.each([
    ['Service "web" gets no endpoints.', 'ends with a stop'],
    ['Service "web" should get endpoints', 'says "should"'],
    ['Service "web" will get no endpoints', 'says "will"'],
    ['Service "web" has an invalid port', 'says "invalid"'],
    ['Service "web" sends to undefined', 'says "undefined"'],
    ["Service 'web' gets no endpoints, as 1", 'quotes with other marks than double quotes'],
    ['Service `web` has port 1', 'quotes with other marks than double quotes'],
    ['the Service "web" gets no endpoints', 'does not start with its subject'],
    ['Services get no endpoints', 'names nothing'],
    ['Service "web" is broken. It gets no endpoints', 'is more than one sentence'],
    ['Service "web" is open to "x', 'leaves a quote open'],
    [`Service "${'w'.repeat(100)}"`, 'has 110 characters, at most 100'],
  ])('%s: %s', (text, fault) => {
    expect(faultsOfMessage(text)).toEqual([fault]);
  });
});

test('a text without a name need not be named', () => {
  expect(faultsOfMessage('The document is not read, because the quote that opens here is never closed', false)).toEqual([]);
});

describe('a help', () => {
  test.each(['Change the selector to app: shop', 'Use another number, or remove nodePort to get a free one'])('%s', text => {
    expect(faultsOfHelp(text)).toEqual([]);
  });

  test.each(['The selector has another value', 'You can change it', 'change it'])('%s is no imperative', text => {
    expect(faultsOfHelp(text)).toEqual(['is no imperative']);
  });
});
