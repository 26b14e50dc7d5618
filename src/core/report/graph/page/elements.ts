import type { Shape } from '../shapes.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** The element of a shape. Texts become texts, whatever they hold. */
export function makeShape({ tag, attributes, children }: Shape): SVGElement {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children.map(child => (typeof child === 'string' ? child : makeShape(child))));
  if (!(element instanceof SVGElement)) throw new Error(`${tag} is no drawing`);
  return element;
}
