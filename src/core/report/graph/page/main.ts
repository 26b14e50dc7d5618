import { copyWith } from '../../html/page/copy.ts';
import { startKeyboard } from '../../html/page/keyboard.ts';
import { need } from '../../html/page/make.ts';
import { startTheme } from '../../html/page/theme.ts';
import { Explorer } from './explorer.ts';
import { readGraph } from './read-graph.ts';
import { Stage } from './stage.ts';

/** The drawing and the part of it that moves. Without the script the drawing has its own size. */
function prepareDrawing(): { readonly svg: SVGSVGElement; readonly world: SVGElement } {
  const svg = document.querySelector('#stage svg');
  const world = svg?.querySelector('#world');
  if (!(svg instanceof SVGSVGElement) || !(world instanceof SVGElement)) throw new Error('the page has no drawing');
  for (const attribute of ['viewBox', 'width', 'height']) svg.removeAttribute(attribute);
  return { svg, world };
}

function start(): void {
  document.body.classList.add('live');
  for (const element of document.querySelectorAll<HTMLElement>('[data-script]')) element.hidden = false;
  const turnTheme = startTheme(need('theme', HTMLElement));
  const dialog = need('keys-help', HTMLDialogElement);
  const showKeys = (): void => {
    dialog.showModal();
  };
  need('keys', HTMLElement).addEventListener('click', showKeys);
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('button.copy') : null;
    if (button) void copyWith(button);
  });
  if (!document.querySelector('#stage svg')) {
    startKeyboard({ '?': showKeys, t: turnTheme });
    return;
  }
  const { svg, world } = prepareDrawing();
  const stage = new Stage(svg, world);
  const explorer = new Explorer(readGraph(), stage, world);
  explorer.start();
  const keys = explorer.keys();
  for (const [id, key] of [
    ['zoom-in', '+'],
    ['zoom-out', '-'],
    ['zoom-fit', '0'],
  ] as const)
    need(id, HTMLElement).addEventListener('click', () => keys[key]?.());
  startKeyboard({ ...keys, '=': () => keys['+']?.(), '?': showKeys, t: turnTheme });
  // On paper all of it is shown, in its own proportions.
  addEventListener('beforeprint', () => {
    const { width, height } = explorer.area;
    svg.setAttribute('viewBox', `-10 -10 ${String(width + 20)} ${String(height + 20)}`);
    world.removeAttribute('transform');
  });
  addEventListener('afterprint', () => {
    svg.removeAttribute('viewBox');
    stage.fit();
  });
}

start();
