import { html, type Markup } from './markup.ts';

const MARK = '<path d="M4 7h7a4 4 0 0 1 4 4v2a4 4 0 0 0 4 4h1"/><circle cx="4" cy="7" r="2.5"/><circle cx="20" cy="17" r="2.5"/>';

const ICON = `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#2f6feb" stroke-width="2">${MARK}</svg>`)}`;

/** The sign of svclint, in the colour of the text around it. */
export const markMarkup: Markup = html`<svg viewBox="0 0 24 24" aria-hidden="true">${{ html: MARK }}</svg>`;

/** A style or a script of a page, with the hash by which its policy admits it (`sha256-...`). */
export interface Inlined {
  readonly text: string;
  readonly hash: string;
}

export interface Page {
  readonly title: string;
  readonly version: string;
  readonly style: Inlined;
  readonly script: Inlined;
  readonly body: Markup;
}

/** Only its style and its script, and nothing from elsewhere. The script writes text into the page and never HTML. */
const policyOf = ({ style, script }: Page): string =>
  [
    "default-src 'none'",
    `script-src '${script.hash}'`,
    `style-src '${style.hash}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');

/** The dialog that lists the keys of a page: what to press and what it does. */
export function keysMarkup(keys: readonly (readonly [string, string])[]): Markup {
  const rows = keys.map(
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

/** A page to look at in a browser: one file that loads nothing. Without its script all of it is there. */
export function renderPage(page: Page): string {
  // Whole, since a blank more in them would be another hash.
  const [style, script] = [{ html: `<style>${page.style.text}</style>` }, { html: `<script>${page.script.text}</script>` }];
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${{ html: policyOf(page) }}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <meta name="generator" content="svclint ${page.version}" />
        <title>${page.title}</title>
        <link rel="icon" href="${{ html: ICON }}" />
        ${style}
      </head>
      <body>
        ${page.body} ${script}
      </body>
    </html> `.html;
}
