import { addCopyButtons } from './copy.ts';
import { startKeyboard } from './keyboard.ts';
import { need } from './make.ts';
import { ReportList } from './report.ts';
import { startTheme } from './theme.ts';

function start(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-script]')) element.hidden = false;
  const turnTheme = startTheme(need('theme', HTMLElement));
  const dialog = need('keys-help', HTMLDialogElement);
  const showKeys = (): void => {
    dialog.showModal();
  };
  need('keys', HTMLElement).addEventListener('click', showKeys);
  addCopyButtons(document);
  const keys = { '?': showKeys, t: turnTheme };
  if (!document.getElementById('findings')) {
    startKeyboard(keys);
    return;
  }
  if (matchMedia('(max-width: 900px)').matches) need('filters', HTMLDetailsElement).open = false;
  const list = new ReportList();
  list.start();
  startKeyboard({ ...list.keys(), ...keys });
}

start();
