import { escapeUnseen } from '../escape.ts';

/** Text that is HTML: the only kind that a template takes as it is. */
export interface Markup {
  readonly html: string;
}

export type Content = Markup | readonly Markup[] | string | number;

export const NOTHING: Markup = { html: '' };

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function isMarkup(content: Content): content is Markup {
  return typeof content === 'object' && 'html' in content;
}

/** A text as HTML that shows it, what is unseen in it too; safe between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return escapeUnseen(text).replace(/[&<>"']/g, character => ENTITIES[character] ?? '');
}

function write(content: Content): string {
  if (typeof content === 'string') return escapeHtml(content);
  if (typeof content === 'number') return String(content);
  return isMarkup(content) ? content.html : content.map(each => each.html).join('');
}

const shortened = new WeakMap<TemplateStringsArray, readonly string[]>();

/** The texts of a template without the indentation that they have in the source. */
function shorten(texts: TemplateStringsArray): readonly string[] {
  let short = shortened.get(texts);
  if (!short) {
    short = texts.map(text => text.replaceAll(/\s*\n\s*/g, '\n'));
    shortened.set(texts, short);
  }
  return short;
}

/** HTML with values in it. Whatever is not markup itself is escaped. */
export function html(texts: TemplateStringsArray, ...values: readonly Content[]): Markup {
  return {
    html: shorten(texts)
      .map((text, index) => text + write(values[index] ?? ''))
      .join(''),
  };
}

/** `parts` with `between` them. */
export function joinMarkup(parts: readonly Markup[], between: string): Markup {
  return { html: parts.map(part => part.html).join(between) };
}

/** A sentence whose values in double quotes are marked as such. */
export function sentence(text: string): Markup {
  const parts = text.split(/("[^"]*")/);
  return { html: parts.map((part, index) => (index % 2 === 1 ? `<q>${escapeHtml(part)}</q>` : escapeHtml(part))).join('') };
}
