/** Parts of a path that are parted by a delimiter; a backslash before it makes it part of a name. */
function splitEscaped(path: string, delimiter: string): string[] {
  const [first = '', ...rest] = path.split(delimiter);
  const pieces = first === '' && rest.length > 0 ? rest : [first, ...rest];
  const parts: string[] = [];
  for (const [position, piece] of pieces.entries()) {
    const last = parts.at(-1);
    if (position > 0 && last?.endsWith('\\')) parts[parts.length - 1] = `${last.slice(0, -1)}${delimiter}${piece}`;
    else parts.push(piece);
  }
  return parts;
}

/** Steps of a field path of a replacement: brackets keep dots together, and stay where they hold `=` (K-120). */
export function splitFieldPath(path: string): string[] {
  const steps: string[] = [];
  const pieces = splitEscaped(path, '.');
  for (let at = 0; at < pieces.length; at++) {
    let step = pieces[at] ?? '';
    if (!step.startsWith('[') || step.endsWith(']')) {
      steps.push(step);
      continue;
    }
    while (at < pieces.length - 1 && !step.endsWith(']')) step += `.${pieces[++at] ?? ''}`;
    steps.push(step.includes('=') ? step : step.replace(/^[[\]]+/, '').replace(/[[\]]+$/, ''));
  }
  return steps;
}

export function isIndex(step: string): boolean {
  return /^\+?[0-9]{1,9}$/.test(step);
}

/** `[name=app]` or `[=app]`. */
export function isElementStep(step: string): boolean {
  return step.startsWith('[') && step.endsWith(']');
}

/** Key and value of `[name=app]`; undefined where there is no `=`. */
export function splitElementStep(step: string): readonly [key: string, value: string] | undefined {
  const inner = step.slice(1, -1);
  const equals = inner.indexOf('=');
  return equals === -1 ? undefined : [inner.slice(0, equals), inner.slice(equals + 1)];
}

export const NO_PAIR = 'list path element must contain fieldName=fieldValue for element to match';
