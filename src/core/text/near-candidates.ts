const SEPARATORS = /[-_.]/g;

/** Most edits that near names may be apart. Two letters that change places touch two parts at most, so one of five is the same in both. */
const EDITS = 2;
const PARTS = 2 * EDITS + 1;

/** Where the parts of a text of some length begin; the end is the last of them. */
function boundsOf(length: number): readonly number[] {
  return Array.from({ length: PARTS + 1 }, (_, part) => Math.floor((part * length) / PARTS));
}

/** `a` and `a-b` of `a-b-c`, and `c` and `b-c`. */
function endsOf(text: string): readonly string[] {
  const ends: string[] = [];
  for (let at = text.indexOf('-'); at !== -1; at = text.indexOf('-', at + 1)) ends.push(text.slice(0, at), text.slice(at + 1));
  return ends;
}

/** A text without its plural, whatever form that has. */
function singularsOf(text: string): readonly string[] {
  return [text, text.replace(/s$/, ''), text.replace(/es$/, ''), text.replace(/ies$/, 'y')];
}

/** Finds the few texts to compare with one, out of many: what `nearness` takes for near is among them. */
export class NearCandidates {
  readonly #byKey = new Map<string, string[]>();

  add(text: string): void {
    const low = text.toLowerCase();
    const keys = new Set([`=${low.replaceAll(SEPARATORS, '')}`, ...singularsOf(low).map(word => `s${word}`), `e${low}`]);
    for (const end of endsOf(low)) keys.add(`l${end}`);
    const bounds = boundsOf(low.length);
    for (let part = 0; part < PARTS; part++) keys.add(`${String(low.length)}.${String(part)}.${low.slice(bounds[part], bounds[part + 1])}`);
    for (const key of keys) {
      const known = this.#byKey.get(key);
      if (known) known.push(text);
      else this.#byKey.set(key, [text]);
    }
  }

  of(text: string): ReadonlySet<string> {
    const low = text.toLowerCase();
    const keys = new Set([`=${low.replaceAll(SEPARATORS, '')}`, ...singularsOf(low).map(word => `s${word}`), `l${low}`, ...endsOf(low).map(end => `e${end}`)]);
    for (let length = Math.max(1, low.length - EDITS); length <= low.length + EDITS; length++) {
      const bounds = boundsOf(length);
      for (let part = 0; part < PARTS; part++) {
        const [start = 0, end = 0] = [bounds[part], bounds[part + 1]];
        for (let from = Math.max(0, start - EDITS); from <= start + EDITS; from++)
          keys.add(`${String(length)}.${String(part)}.${low.slice(from, from + end - start)}`);
      }
    }
    return new Set([...keys].flatMap(key => this.#byKey.get(key) ?? []));
  }
}
