import { html, type Markup } from '../page/markup.ts';
import { markMarkup } from '../page/page.ts';

/** What needs the script is hidden until it runs. */
export const KEYS: readonly (readonly [string, string])[] = [
  ['/', 'search'],
  ['j', 'next finding'],
  ['k', 'previous finding'],
  ['c', 'copy its path and line'],
  ['d', 'details on or off'],
  ['g', 'group by file, rule or object'],
  ['s', 'show what is suppressed'],
  ['t', 'light or dark'],
  ['Esc', 'clear search and filters'],
  ['?', 'these keys'],
];

export function topMarkup(version: string): Markup {
  return html`<header class="top">
    <p class="brand">${markMarkup}svclint <span>${version}</span></p>
    <div class="buttons" data-script hidden>
      <button type="button" id="theme">Theme: system</button><button type="button" id="keys" aria-haspopup="dialog">Keys <kbd>?</kbd></button>
    </div>
  </header> `;
}

export function toolsMarkup(suppressed: number): Markup {
  const toggle = html`<label><input type="checkbox" id="suppressed" /> Suppressed <span class="count">${suppressed}</span></label>`;
  return html`<div class="tools" role="search" aria-label="Findings" data-script hidden>
      <label class="search"
        ><span class="unseen">Search</span
        ><input type="search" id="search" placeholder="Search messages, objects, code" autocomplete="off" spellcheck="false" /><kbd aria-hidden="true"
          >/</kbd
        ></label
      >
      <fieldset class="segments" id="group">
        <legend class="unseen">Group by</legend>
        <label><input type="radio" name="group" value="file" checked /><span>File</span></label
        ><label><input type="radio" name="group" value="rule" /><span>Rule</span></label
        ><label><input type="radio" name="group" value="object" /><span>Object</span></label>
      </fieldset>
      <div class="toggles">
        <label><input type="checkbox" id="details" checked /> Details</label>${suppressed > 0 ? toggle : ''}
      </div>
    </div>
    <p class="status" data-script hidden><span id="status" role="status"></span> <button type="button" id="clear" hidden>Clear filters</button></p> `;
}

/** The filters; the script fills in what the findings have. */
export function filtersMarkup(): Markup {
  return html`<aside class="side" id="side" aria-label="Filters" data-script hidden>
    <details id="filters" open>
      <summary>Filters</summary>
      <div id="facets"></div>
    </details>
  </aside> `;
}
