import type { Graph } from '../../graph/graph.ts';
import { renderSafeJson } from '../escape.ts';
import { html, joinMarkup, NOTHING, type Markup } from '../page/markup.ts';
import { keysMarkup, markMarkup, renderPage } from '../page/page.ts';
import { legendMarkup } from './legend.ts';
import { SCRIPT, SCRIPT_HASH, STYLE, STYLE_HASH } from './page.generated.ts';
import type { View } from './picture.ts';
import { summarize } from './summary.ts';
import { AROUND, drawGraph } from './svg.ts';

const KEYS: readonly (readonly [string, string])[] = [
  ['/', 'search; Enter goes from hit to hit'],
  ['b', 'next broken connection'],
  ['Tab', 'next box; Enter chooses it'],
  ['← ↑ ↓ →', 'to the box beside, or move the drawing'],
  ['+ −', 'larger, smaller'],
  ['0', 'all of it'],
  ['d', 'details: configuration and what acts on pods'],
  ['n', 'close or open the namespaces'],
  ['t', 'light or dark'],
  ['Esc', 'clear'],
  ['?', 'these keys'],
];

function headingMarkup(graph: Graph): Markup {
  const { text, broken, endangered } = summarize(graph);
  const parts = [
    html`${text}`,
    ...(broken > 0 ? [html`<span class="error">${broken} broken</span>`] : []),
    ...(endangered > 0 ? [html`<span class="warning">${endangered} endangered</span>`] : []),
  ];
  return html`<h1>${joinMarkup(parts, ', ')}</h1>`;
}

function topMarkup(graph: Graph): Markup {
  const { broken, endangered } = summarize(graph);
  const next = broken + endangered > 0 ? html`<button type="button" id="broken">Next broken <kbd>b</kbd></button>` : NOTHING;
  return html`<header class="top">
    <p class="brand">${markMarkup}svclint graph</p>
    ${headingMarkup(graph)}<span id="status" role="status" data-script hidden></span>
    <label class="search" data-script hidden
      ><span class="unseen">Search</span
      ><input type="search" id="search" placeholder="Search objects, hosts, images" autocomplete="off" spellcheck="false" /><kbd aria-hidden="true"
        >/</kbd
      ></label
    >
    <div class="buttons" data-script hidden>
      ${next}<button type="button" id="details" aria-pressed="true">Details <kbd>d</kbd></button><button type="button" id="theme">Theme: system</button
      ><button type="button" id="keys" aria-haspopup="dialog" aria-label="Keys"><kbd>?</kbd></button>
    </div>
  </header> `;
}

function stageMarkup(graph: Graph, view: View): Markup {
  if (graph.nodes.length === 0) return html`<p class="nothing">No objects found</p>`;
  const { width, height, body } = drawGraph(graph, view);
  const box = [-AROUND, -AROUND, width, height].join(' ');
  return html`<svg class="graph" viewBox="${box}" width="${width}" height="${height}" role="group" aria-label="Objects and their connections">
    <g id="world">${body}</g>
  </svg>`;
}

/** JSON that no HTML parser reads as the end of its element. */
function dataMarkup(graph: Graph): Markup {
  const json = renderSafeJson(graph).replaceAll('<', '\\u003c').replaceAll('&', '\\u0026');
  return { html: `<script type="application/json" id="graph">${json}</script>` };
}

/** A page to look at: one file that loads nothing. Without its script the drawing is there, in its own size. */
export function renderGraphPage(graph: Graph, view: View, version: string): string {
  const body = html`${topMarkup(graph)}
    <main>
      <div class="stage" id="stage">${stageMarkup(graph, view)}</div>
      <aside class="panel" id="panel" aria-label="What is chosen" hidden></aside>
    </main>
    <footer class="foot">
      ${legendMarkup(graph)}
      <div class="zoom" data-script hidden>
        <button type="button" id="zoom-out" aria-label="Smaller">&minus;</button><button type="button" id="zoom-in" aria-label="Larger">+</button
        ><button type="button" id="zoom-fit">Fit <kbd>0</kbd></button>
      </div>
    </footer>
    ${keysMarkup(KEYS)}${dataMarkup(graph)}`;
  return renderPage({
    title: `svclint graph: ${summarize(graph).text}`,
    version,
    style: { text: STYLE, hash: STYLE_HASH },
    script: { text: SCRIPT, hash: SCRIPT_HASH },
    body,
  });
}
