import type { ChartFault, ChartRequest, RenderedChart } from '../../core/model/rendered-chart.ts';
import { readChartDocuments } from './chart-documents.ts';
import { FaultReader } from './chart-faults.ts';
import { demandedValue, placeholderFile } from './placeholders.ts';
import { render, type Refusal, type Rendered, type Rendering } from './render.ts';
import { Values, type ValuesFile } from './values.ts';

/** One set of values that a chart is rendered with. */
export interface Variant {
  readonly values: readonly ValuesFile[];
  readonly release: { readonly name: string; readonly namespace: string; readonly isMadeUp: boolean };
  /** Why not all values are known, a clause each. */
  readonly missing: readonly string[];
  readonly request?: ChartRequest;
}

/** What is known of a chart before it is rendered. */
export interface ChartFacts {
  /** Its directory or archive in reports. */
  readonly chart: string;
  readonly missing: readonly string[];
  readonly folder: string;
}

interface Attempt {
  readonly outcome: Rendered | Refusal;
  readonly placeholders: readonly (readonly string[])[];
}

/** Values that a chart may demand one after the other. */
const MOST_DEMANDED = 24;

function isRendered(outcome: Rendered | Refusal): outcome is Rendered {
  return 'text' in outcome;
}

/** Renders a chart with its variants. */
export class ChartRenderer {
  readonly #facts: ChartFacts;
  readonly #rendering: Omit<Rendering, 'release'>;
  readonly #faults: FaultReader;

  constructor(facts: ChartFacts, rendering: Omit<Rendering, 'release'>) {
    this.#facts = facts;
    this.#rendering = rendering;
    this.#faults = new FaultReader(rendering.stage.sources, facts.folder);
  }

  /**
   * The chart as it is and with each of its values files. A chart that demands values renders with those that bring them; what no file brings
   * is filled with placeholders.
   */
  async renderAll(variants: readonly Variant[]): Promise<readonly RenderedChart[]> {
    const rendered: RenderedChart[] = [];
    const unmet: { readonly variant: Variant; readonly refusal: Refusal }[] = [];
    for (const variant of variants) {
      const outcome = await this.#try(variant, await this.#write(variant));
      if (isRendered(outcome)) rendered.push(this.#finish(variant, { outcome, placeholders: [] }));
      else unmet.push({ variant, refusal: outcome });
      // A chart that does not end is waited for once.
      if ('excess' in outcome) break;
    }
    for (const { variant, refusal } of unmet) {
      const isDemanding = 'kind' in refusal && refusal.kind === 'value-required';
      const { request, missing } = variant;
      // The chart as it is need not render where it comes with values that make it.
      if (isDemanding && !request && variant.values.length === 0 && rendered.some(({ faults }) => faults.length === 0)) continue;
      // A release whose values are all known lacks what they do not give.
      const isOpen = !request || missing.length > 0 || request.isMasked;
      const attempt = isDemanding && isOpen ? await this.#fill(variant, refusal) : await this.#keepBroken(variant, refusal);
      rendered.push(this.#finish(variant, attempt));
    }
    return rendered;
  }

  #try({ release }: Variant, values: readonly string[], isBroken = false): Promise<Rendered | Refusal> {
    return render({ ...this.#rendering, release }, values, isBroken);
  }

  async #write({ values }: Variant): Promise<readonly string[]> {
    const files: string[] = [];
    for (const [index, { text }] of values.entries()) files.push(await this.#rendering.stage.addValues(index, text));
    return files;
  }

  #valuesOf({ values }: Variant): Values {
    const { sources } = this.#rendering.stage;
    return new Values(values, sources.contents, sources.node);
  }

  /** Gives each value that the chart demands as `${path}`, one after the other; the first refusal stands where that leads nowhere. */
  async #fill(variant: Variant, first: Refusal): Promise<Attempt> {
    const files = await this.#write(variant);
    const { stage } = this.#rendering;
    const values = this.#valuesOf(variant);
    const given = new Set<string>();
    const placeholders: (readonly string[])[] = [];
    let refusal = first;
    while (placeholders.length < MOST_DEMANDED) {
      const path = 'kind' in refusal ? demandedValue(refusal, stage.sources, values, given) : undefined;
      if (!path) break;
      given.add(path.join('.'));
      placeholders.push(path);
      const outcome = await this.#try(variant, [...files, await stage.addValues(variant.values.length, placeholderFile(placeholders))]);
      if (isRendered(outcome)) return { outcome, placeholders };
      refusal = outcome;
    }
    return { outcome: first, placeholders: [] };
  }

  /** What one template breaks, helm prints all the same when it is asked to. */
  async #keepBroken(variant: Variant, refusal: Refusal): Promise<Attempt> {
    const isYaml = 'kind' in refusal && refusal.kind === 'yaml';
    const outcome = isYaml ? await this.#try(variant, await this.#write(variant), true) : refusal;
    return { outcome: isRendered(outcome) ? outcome : refusal, placeholders: [] };
  }

  #finish(variant: Variant, { outcome, placeholders }: Attempt): RenderedChart {
    const { stage } = this.#rendering;
    const { sources } = stage;
    const read = isRendered(outcome)
      ? readChartDocuments(this.#facts.chart, outcome, sources, this.#valuesOf(variant))
      : { documents: [], hooks: [], faults: this.#faultsOf(outcome, variant) };
    return {
      chart: this.#facts.chart,
      name: sources.node.chart.name,
      values: variant.values.map(({ path }) => path),
      release: variant.release,
      request: variant.request,
      ...read,
      missing: [...this.#facts.missing, ...variant.missing],
      placeholders: placeholders.map(path => path.join('.')),
      files: new Set([...sources.contents.files.values()].map(({ source }) => source)),
    };
  }

  #faultsOf(refusal: Refusal, { values }: Variant): readonly ChartFault[] {
    const fault = this.#faults.read(refusal, values);
    return fault ? [fault] : [];
  }
}
