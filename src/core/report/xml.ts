import { writeEscape } from './escape.ts';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  /** Elements, or the text that stands in it. */
  readonly content?: readonly XmlElement[] | string;
}

/** What XML 1.0 has no way to write, not even as a reference. */
const UNWRITABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
/** Quotes end attributes, and `>` ends a CDATA section that somebody puts the text into. */
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;', '\r': '&#13;' };
/** In attributes parsers make blanks of these. */
const IN_ATTRIBUTES: Readonly<Record<string, string>> = { ...ENTITIES, '\n': '&#10;', '\t': '&#9;' };

function escapeText(text: string): string {
  return text.replace(UNWRITABLE, writeEscape).replace(/[&<>"'\r]/g, character => ENTITIES[character] ?? character);
}

function escapeAttribute(text: string): string {
  return text.replace(UNWRITABLE, writeEscape).replace(/[&<>"'\r\n\t]/g, character => IN_ATTRIBUTES[character] ?? character);
}

function renderElement({ name, attributes, content = [] }: XmlElement, indent: string): string {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeAttribute(String(value))}"`);
  const start = `${indent}<${name}${list.join('')}`;
  if (content.length === 0) return `${start}/>\n`;
  if (typeof content === 'string') return `${start}>${escapeText(content)}</${name}>\n`;
  return `${start}>\n${content.map(child => renderElement(child, `${indent}  `)).join('')}${indent}</${name}>\n`;
}

export function renderXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${renderElement(root, '')}`;
}
