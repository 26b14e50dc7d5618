import { make } from './make.ts';

/** Writes through a field that is selected, where a page may not use the clipboard. */
function copyBySelection(text: string): boolean {
  const field = make('textarea', { text, className: 'unseen' });
  document.body.append(field);
  field.select();
  // The only way on pages that are not served securely.
  const copy: unknown = Reflect.get(document, 'execCommand');
  const done = typeof copy === 'function' && copy.call(document, 'copy') === true;
  field.remove();
  return done;
}

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** Copies what a button stands for, and says so on it for a moment. */
export async function copyWith(button: HTMLElement): Promise<void> {
  const done = await copyText(button.dataset['place'] ?? '');
  button.textContent = done ? 'Copied' : 'Not copied';
  setTimeout(() => {
    button.textContent = 'Copy';
  }, 1500);
}

/** A button to each place that is named. */
export function addCopyButtons(root: ParentNode): void {
  for (const place of root.querySelectorAll<HTMLElement>('.at')) {
    const button = make('button', { className: 'copy', text: 'Copy' });
    button.type = 'button';
    button.dataset['place'] = place.textContent;
    button.setAttribute('aria-label', `Copy ${place.textContent}`);
    (place.parentElement instanceof HTMLAnchorElement ? place.parentElement : place).after(button);
  }
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('button.copy') : null;
    if (button) void copyWith(button);
  });
}
