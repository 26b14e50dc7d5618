/** Whether a selector string takes these labels. */
export type LabelTest = (labels: ReadonlyMap<string, string>) => boolean;

const KEY = String.raw`[A-Za-z0-9](?:[-A-Za-z0-9_./]*[A-Za-z0-9])?`;
const VALUE = String.raw`(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?)?`;
const EXISTS = new RegExp(String.raw`^\s*(!)?\s*(${KEY})\s*$`);
const COMPARES = new RegExp(String.raw`^\s*(${KEY})\s*(==|=|!=|>|<)\s*(${VALUE})\s*$`);
const IN_SET = new RegExp(String.raw`^\s*(${KEY})\s+(in|notin)\s*\(([^()]*)\)\s*$`);
const VALUE_ALONE = new RegExp(`^${VALUE}$`);
/** Longer ones select nothing that anyone meant. */
const LONGEST = 10_000;

/** Requirements are parted by commas that are in no parentheses. */
function splitRequirements(selector: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < selector.length; at++) {
    if (selector[at] === '(') depth++;
    else if (selector[at] === ')') depth--;
    else if (selector[at] === ',' && depth === 0) {
      parts.push(selector.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, selector.slice(start)];
}

function compare(key: string, operator: string, value: string): LabelTest {
  switch (operator) {
    case '!=':
      return labels => labels.get(key) !== value;
    case '>':
      return labels => Number.parseInt(labels.get(key) ?? '', 10) > Number.parseInt(value, 10);
    case '<':
      return labels => Number.parseInt(labels.get(key) ?? '', 10) < Number.parseInt(value, 10);
    default:
      return labels => labels.get(key) === value;
  }
}

function readRequirement(text: string): LabelTest | undefined {
  const exists = EXISTS.exec(text);
  if (exists) return labels => labels.has(exists[2] ?? '') !== (exists[1] === '!');
  const compares = COMPARES.exec(text);
  if (compares) return compare(compares[1] ?? '', compares[2] ?? '', compares[3] ?? '');
  const inSet = IN_SET.exec(text);
  if (!inSet) return undefined;
  const values = new Set((inSet[3] ?? '').split(',').map(value => value.trim()));
  if ([...values].some(value => !VALUE_ALONE.test(value))) return undefined;
  const [, key = '', operator] = inSet;
  return labels => {
    const value = labels.get(key);
    return operator === 'in' ? value !== undefined && values.has(value) : value === undefined || !values.has(value);
  };
}

/** A selector string such as `app=web,tier in (a, b),!legacy`; what is wrong with it where it cannot be read. */
export function readLabelSelector(selector: string): LabelTest | string {
  if (selector.length > LONGEST) return 'unable to parse requirement: the selector is too long';
  const tests: LabelTest[] = [];
  for (const part of splitRequirements(selector)) {
    const test = readRequirement(part);
    if (!test) return `unable to parse requirement: ${JSON.stringify(part.trim())} is no requirement`;
    tests.push(test);
  }
  return labels => tests.every(test => test(labels));
}
