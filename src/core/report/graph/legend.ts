import type { Graph } from '../../graph/graph.ts';
import { html, type Markup } from '../page/markup.ts';

const LINES: readonly (readonly [className: string, says: string, isThere: (graph: Graph) => boolean])[] = [
  ['edge sure', 'meets', () => true],
  ['edge calls', 'calls by host name', ({ edges }) => edges.some(edge => edge.as === 'calls')],
  ['edge possible', 'may meet: a value is not known', ({ edges }) => edges.some(edge => edge.state === 'possible')],
  ['edge absent', 'its end is not in these files', ({ edges }) => edges.some(edge => edge.state === 'absent' && edge.broken === null)],
  ['edge broken error', 'broken: an error', ({ edges }) => edges.some(edge => edge.broken === 'error')],
  ['edge broken warning', 'endangered: a warning', ({ edges }) => edges.some(edge => edge.broken === 'warning')],
];

/** What the lines of the drawing mean, as far as they are in it. */
export function legendMarkup(graph: Graph): Markup {
  const items = LINES.filter(([, , isThere]) => isThere(graph)).map(
    ([className, says]) =>
      html`<li>
        <svg viewBox="0 0 38 16" aria-hidden="true">
          <g class="${className}"><path d="M1 8H37" /></g></svg
        >${says}
      </li>`,
  );
  return html`<ul class="legend" aria-label="Legend">
    ${items}
  </ul>`;
}
