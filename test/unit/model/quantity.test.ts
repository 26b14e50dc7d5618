import { describe, expect, it } from 'vitest';
import {
  addQuantities,
  compareQuantities,
  isWhole,
  parseQuantity,
  renderQuantity,
  roundToMilli,
  unitsOf,
  type Quantity,
} from '../../../src/core/model/quantity.ts';

function read(text: string): Quantity {
  const quantity = parseQuantity(text);
  if (typeof quantity === 'string') throw new Error(`${text}: ${quantity}`);
  return quantity;
}

const FORMAT = "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
const SUFFIX = "unable to parse quantity's suffix";

describe('parseQuantity', () => {
  it.each([
    ['', FORMAT],
    ['1.1.M', FORMAT],
    ['one', FORMAT],
    ['1 Gi', FORMAT],
    ['1e3e', FORMAT],
    ['1i', SUFFIX],
    ['1e', SUFFIX],
    ['1mi', SUFFIX],
    ['1GB', FORMAT],
    ['1KM', SUFFIX],
    ['1K', SUFFIX],
  ])('refuses %j', (text, fault) => {
    expect(parseQuantity(text)).toBe(fault);
  });

  it.each([
    ['1', 1n],
    ['1Ki', 1024n],
    ['1k', 1000n],
    ['1e3', 1000n],
    ['1E', 10n ** 18n],
    ['5.', 5n],
    ['+2', 2n],
    ['-2', -2n],
    ['1.5Gi', 1610612736n],
    ['100m', 1n],
    ['1n', 1n],
    ['0.0000000001', 1n],
    ['1e-20', 1n],
    ['16Ei', 2n ** 63n - 1n],
  ])('%s is %d units, rounded up', (text, units) => {
    expect(unitsOf(read(text))).toBe(units);
  });

  it('costs nothing for hostile exponents and lengths', () => {
    expect(typeof parseQuantity('1e999999999')).toBe('object');
    expect(typeof parseQuantity('9'.repeat(100_000))).toBe('object');
  });
});

describe('renderQuantity', () => {
  it.each([
    ['1', '1'],
    ['0', '0'],
    ['00', '0'],
    ['5.', '5.'],
    ['1e3', '1e3'],
    ['1E', '1E'],
    ['100m', '100m'],
    ['0.5', '500m'],
    ['.5', '500m'],
    ['1.5', '1500m'],
    ['1000', '1k'],
    ['1000m', '1'],
    ['1024Mi', '1Gi'],
    ['1025Mi', '1025Mi'],
    ['0.5Ki', '512'],
    ['1.5Gi', '1536Mi'],
    ['12e6', '12e6'],
    ['1000e6', '1e9'],
    ['-1', '-1'],
    ['-1500m', '-1500m'],
  ])('%s is printed as %s', (text, printed) => {
    expect(renderQuantity(read(text))).toBe(printed);
  });
});

it('rounds amounts of resources to thousandths, away from zero', () => {
  expect(renderQuantity(roundToMilli(read('500u')))).toBe('1m');
  expect(renderQuantity(roundToMilli(read('-500u')))).toBe('-1m');
  expect(renderQuantity(roundToMilli(read('1e3')))).toBe('1e3');
  expect(renderQuantity(roundToMilli(read('1.0000')))).toBe('1');
});

it('compares and adds across formats', () => {
  expect(compareQuantities(read('1000m'), read('1'))).toBe(0);
  expect(compareQuantities(read('1Gi'), read('1G'))).toBe(1);
  expect(compareQuantities(read('999m'), read('1'))).toBe(-1);
  expect(renderQuantity(addQuantities(read('512Mi'), read('512Mi')))).toBe('1Gi');
  expect(isWhole(read('1500m'))).toBe(false);
  expect(isWhole(read('2000m'))).toBe(true);
});
