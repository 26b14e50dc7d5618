import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isTemplatePath, type ChartSources } from './chart-sources.ts';
import { Marks, markTemplate, type Boldness } from './mark-template.ts';

/** A file whose marks break what it renders is marked less boldly. */
const TIMIDER: Readonly<Record<Boldness, Boldness>> = { all: 'values', values: 'none', none: 'none' };

async function writeInto(folder: string, name: string, bytes: Buffer | string): Promise<void> {
  const file = path.join(folder, ...name.split('/'));
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, bytes);
}

/** Two copies of a chart in a folder of their own: one as it is, and one whose templates say where each line stands. */
export class Stage {
  readonly plain: string;
  readonly marked: string;
  readonly marks = new Marks(randomBytes(6).toString('hex'));
  readonly sources: ChartSources;
  readonly #folder: string;
  readonly #boldness = new Map<string, Boldness>();

  private constructor(folder: string, sources: ChartSources) {
    this.#folder = folder;
    this.plain = path.join(folder, 'plain');
    this.marked = path.join(folder, 'marked');
    this.sources = sources;
  }

  static async write(folder: string, sources: ChartSources): Promise<Stage> {
    const stage = new Stage(folder, sources);
    for (const [name, { bytes }] of sources.contents.files) {
      await writeInto(stage.plain, name, bytes);
      if (isTemplatePath(name)) await stage.#mark(name);
      else await writeInto(stage.marked, name, bytes);
    }
    return stage;
  }

  /** Marks a template less boldly, or all of them not at all where it is not known which one fails. False where nothing is left to try. */
  async easeMarks(source: string | undefined): Promise<boolean> {
    const name = source === undefined ? undefined : this.sources.pathOf(source);
    const names = name !== undefined && isTemplatePath(name) && this.sources.numberOf(name) !== undefined ? [name] : this.sources.paths.filter(isTemplatePath);
    let isEased = false;
    for (const each of names) {
      const now = this.#boldness.get(each) ?? 'all';
      if (now === 'none') continue;
      isEased = true;
      this.#boldness.set(each, names.length === 1 ? TIMIDER[now] : 'none');
      await this.#mark(each);
    }
    return isEased;
  }

  /** Puts a values file beside the copies, under a name that helm cannot take for an option or a list of files. */
  async addValues(number: number, text: string): Promise<string> {
    const name = `values-${String(number)}.yaml`;
    await writeInto(this.#folder, name, text);
    return path.join(this.#folder, name);
  }

  async #mark(name: string): Promise<void> {
    const content = this.sources.contents.files.get(name);
    const number = this.sources.numberOf(name);
    if (!content) return;
    const text = content.bytes.toString('utf8');
    // Bytes that are no text would not survive.
    const isText = number !== undefined && Buffer.from(text).equals(content.bytes);
    await writeInto(this.marked, name, isText ? markTemplate(text, number, this.marks, this.#boldness.get(name) ?? 'all') : content.bytes);
  }
}
