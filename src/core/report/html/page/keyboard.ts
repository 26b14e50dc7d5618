/** What each key does; the page's own fields keep theirs. */
export type Keys = Readonly<Record<string, () => void>>;

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === 'search';
}

export function startKeyboard(keys: Keys): void {
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
    if (isTyping(event.target) && event.key !== 'Escape') return;
    const act = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
    if (!act) return;
    event.preventDefault();
    act();
  });
}

/** The finding that has the focus, or else the first one that is seen whole or in part. */
function currentIndex(elements: readonly HTMLElement[]): number {
  const focused = elements.findIndex(element => element.contains(document.activeElement));
  if (focused >= 0) return focused;
  return elements.findIndex(element => element.getBoundingClientRect().bottom > 0) - 0.5;
}

export function focusFinding(element: HTMLElement): void {
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'start' });
}

/** Moves the focus to the finding after or before the current one. */
export function moveFocus(list: HTMLElement, by: 1 | -1): void {
  const elements = [...list.querySelectorAll<HTMLElement>('article')].filter(element => !element.hidden);
  const at = currentIndex(elements);
  const next = by === 1 ? Math.floor(at + 1) : Math.ceil(at - 1);
  const element = elements[Math.min(Math.max(next, 0), elements.length - 1)];
  if (element) focusFinding(element);
}
