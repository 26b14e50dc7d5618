/** Indexes of an Indexed Job, such as `0,2-4`: how many they are, or what the server says against them (`validateIndexesFormat`). */
export type IndexRanges = { readonly total: number } | { readonly fault: string };

const INTEGER = /^[-+]?[0-9]+$/;

class Fault extends Error {}

export function readIndexRanges(text: string, completions: number): IndexRanges {
  try {
    return { total: text === '' ? 0 : countIndexes(text.split(','), completions) };
  } catch (error) {
    if (error instanceof Fault) return { fault: error.message };
    throw error;
  }
}

function countIndexes(ranges: readonly string[], completions: number): number {
  let total = 0;
  let last: number | undefined;
  for (const range of ranges) {
    const [first, end] = readRange(range, completions);
    if (last !== undefined && last >= first) throw notIncreasing(last, first);
    total += end - first + 1;
    last = end;
  }
  return total;
}

function readRange(range: string, completions: number): readonly [number, number] {
  const limits = range.split('-');
  const [low = '', high] = limits;
  if (limits.length > 2) {
    throw new Fault(`the fragment ${JSON.stringify(range)} violates the requirement that an index interval can have at most two parts separated by '-'`);
  }
  const first = readIndex(low, completions);
  const last = high === undefined ? first : readIndex(high, completions);
  if (high !== undefined && first >= last) throw notIncreasing(first, last);
  return [first, last];
}

function readIndex(text: string, completions: number): number {
  if (!INTEGER.test(text)) throw new Fault(`cannot convert string to integer for index: ${JSON.stringify(text)}`);
  if (Number(text) >= completions) throw new Fault(`too large index: ${JSON.stringify(text)}`);
  return Number(text);
}

function notIncreasing(previous: number, current: number): Fault {
  return new Fault(`non-increasing order, previous: ${String(previous)}, current: ${String(current)}`);
}
