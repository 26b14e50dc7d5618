import { valuesOf, type Finding } from './findings.ts';
import { make } from './make.ts';
import { FACETS, type Facet, type View } from './view.ts';

const LEGENDS: Readonly<Record<Facet, string>> = { severity: 'Severity', category: 'Category', rule: 'Rule', namespace: 'Namespace', path: 'Folder or file' };
const SEVERITIES = ['error', 'warning', 'info'];

/** A value that can be chosen, with the boxes that show it. */
interface Choice {
  readonly facet: Facet;
  readonly value: string;
  readonly input: HTMLInputElement;
  readonly count: HTMLElement;
  readonly row: HTMLElement;
}

interface Entry {
  readonly value: string;
  readonly label: string;
  readonly depth: number;
}

/** Folders that hold more than one thing, and the files; each is named from the nearest folder above that is listed. */
function pathEntries(paths: readonly string[]): readonly Entry[] {
  const children = new Map<string, Set<string>>();
  for (const path of new Set(paths)) {
    let folder = '';
    for (const part of path.match(/[^/]*\/|[^/]+$/g) ?? []) {
      children.set(folder, (children.get(folder) ?? new Set()).add(folder + part));
      folder += part;
    }
  }
  const entries: Entry[] = [];
  const walk = (at: string, above: string, depth: number): void => {
    const below = [...(children.get(at) ?? [])].sort();
    const isListed = at !== '' && below.length !== 1;
    if (isListed) entries.push({ value: at, label: at.slice(above.length), depth });
    for (const child of below) walk(child, isListed ? at : above, isListed ? depth + 1 : depth);
  };
  walk('', '', 0);
  return entries;
}

function entriesOf(findings: readonly Finding[], facet: Facet): readonly Entry[] {
  if (facet === 'path') return pathEntries(findings.map(finding => finding.path));
  const counts = new Map<string, number>();
  for (const finding of findings) for (const value of valuesOf(finding, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
  const values = [...counts].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1)).map(([value]) => value);
  const sorted = facet === 'severity' ? SEVERITIES.filter(value => counts.has(value)) : values;
  return sorted.map(value => ({ value, label: value === '' ? 'not given' : value, depth: 0 }));
}

function makeChoice(facet: Facet, { value, label, depth }: Entry): Choice {
  const input = make('input');
  input.type = 'checkbox';
  input.name = facet;
  input.value = value;
  const count = make('span', { className: 'count' });
  const name = make('span', { className: facet === 'severity' ? `name ${value}` : 'name', text: label });
  name.title = value;
  const row = make('label', { children: [input, name, count] });
  row.style.setProperty('--depth', String(depth));
  return { facet, value, input, count, row };
}

/** The boxes of the filters. Those with one value only are left out: they would filter nothing. */
export class Facets {
  readonly #choices: readonly Choice[];

  /** Whether there is anything to choose. */
  get isEmpty(): boolean {
    return this.#choices.length === 0;
  }

  constructor(box: HTMLElement, findings: readonly Finding[], onChoose: (facet: Facet, value: string, on: boolean) => void) {
    this.#choices = FACETS.flatMap(facet => {
      const entries = entriesOf(findings, facet);
      if (entries.length < 2) return [];
      const choices = entries.map(entry => makeChoice(facet, entry));
      const list = make('div', { className: 'values', children: choices.map(choice => choice.row) });
      const group = make('fieldset', { className: facet, children: [make('legend', { text: LEGENDS[facet] }), list] });
      for (const { value, input } of choices) {
        input.addEventListener('change', () => {
          onChoose(facet, value, input.checked);
        });
      }
      box.append(group);
      return choices;
    });
  }

  /** Shows what a view has chosen, and how many findings each value would leave. */
  show({ chosen }: View, counts: Readonly<Record<Facet, ReadonlyMap<string, number>>>): void {
    for (const { facet, value, input, count, row } of this.#choices) {
      const left = counts[facet].get(value) ?? 0;
      input.checked = chosen[facet].has(value);
      count.textContent = String(left);
      row.classList.toggle('empty', left === 0 && !input.checked);
    }
  }
}
