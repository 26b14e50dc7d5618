interface Made {
  readonly className?: string;
  readonly text?: string;
  readonly children?: readonly Node[];
}

/** An element with a class, a text and children. */
export function make<K extends keyof HTMLElementTagNameMap>(name: K, { className, text, children = [] }: Made = {}): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  if (className !== undefined) element.className = className;
  if (text !== undefined) element.textContent = text;
  element.append(...children);
  return element;
}

/** The element of an id that the page always has. */
export function need<T extends HTMLElement>(id: string, type: new () => T): T {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`the page has no ${id}`);
  return element;
}
