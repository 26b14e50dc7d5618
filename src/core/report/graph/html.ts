import type { Graph } from '../../graph/graph.ts';
import { renderSafeJson } from '../escape.ts';
import { html, joinMarkup, NOTHING, type Markup } from '../html/markup.ts';
import { legendMarkup } from './legend.ts';
import { SCRIPT, SCRIPT_HASH, STYLE, STYLE_HASH } from './page.generated.ts';
import type { View } from './picture.ts';
import { summarize } from './summary.ts';
import { AROUND, drawGraph } from './svg.ts';

/** Only this style and this script, and nothing from elsewhere. */
const POLICY = [
  "default-src 'none'",
  `script-src '${SCRIPT_HASH}'`,
  `style-src '${STYLE_HASH}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

const MARK = '<path d="M4 7h7a4 4 0 0 1 4 4v2a4 4 0 0 0 4 4h1"/><circle cx="4" cy="7" r="2.5"/><circle cx="20" cy="17" r="2.5"/>';
const ICON = `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#2f6feb" stroke-width="2">${MARK}</svg>`)}`;

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
    <p class="brand"><svg viewBox="0 0 24 24" aria-hidden="true">${{ html: MARK }}</svg>svclint graph</p>
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

function keysMarkup(): Markup {
  const rows = KEYS.map(
    ([key, does]) =>
      html`<div>
        <dt><kbd>${key}</kbd></dt>
        <dd>${does}</dd>
      </div>`,
  );
  return html`<dialog id="keys-help" aria-labelledby="keys-title">
    <h2 id="keys-title">Keys</h2>
    <dl>${rows}</dl>
    <form method="dialog"><button>Close</button></form>
  </dialog> `;
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
  const [style, script] = [{ html: `<style>${STYLE}</style>` }, { html: `<script>${SCRIPT}</script>` }];
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${{ html: POLICY }}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <meta name="generator" content="svclint ${version}" />
        <title>svclint graph: ${summarize(graph).text}</title>
        <link rel="icon" href="${{ html: ICON }}" />
        ${style}
      </head>
      <body>
        ${topMarkup(graph)}
        <main>
          <div class="stage" id="stage">${stageMarkup(graph, view)}</div>
          <aside class="panel" id="panel" aria-label="What is chosen" hidden></aside>
        </main>
        <footer class="foot">
          ${legendMarkup(graph)}
          <div class="zoom" data-script hidden>
            <button type="button" id="zoom-out" aria-label="Smaller">−</button><button type="button" id="zoom-in" aria-label="Larger">+</button
            ><button type="button" id="zoom-fit">Fit <kbd>0</kbd></button>
          </div>
        </footer>
        ${keysMarkup()}${dataMarkup(graph)} ${script}
      </body>
    </html> `.html;
}
