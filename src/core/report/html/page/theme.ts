const THEMES = ['system', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];
const KEY = 'svclint-theme';

/** What was chosen in this browser. Pages that are files may have no storage. */
function readTheme(): Theme {
  try {
    const stored = localStorage.getItem(KEY);
    return THEMES.find(theme => theme === stored) ?? 'system';
  } catch {
    return 'system';
  }
}

function storeTheme(theme: Theme): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // It lasts as long as the page.
  }
}

/** Lets the button change between the colours of the system, light and dark ones. Returns what `t` does. */
export function startTheme(button: HTMLElement): () => void {
  let theme = readTheme();
  const show = (): void => {
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
    button.textContent = `Theme: ${theme}`;
  };
  const turn = (): void => {
    theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';
    storeTheme(theme);
    show();
  };
  show();
  button.addEventListener('click', turn);
  return turn;
}
