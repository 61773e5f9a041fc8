export type Theme = 'system' | 'light' | 'dark';

const key = 'modulex-console-theme';

export const themeOf = (): Theme => (localStorage.getItem(key) as Theme | null) ?? 'system';

/** Remembers the choice and shows it; without one the system's is shown. */
export function applyTheme(theme: Theme = themeOf()): void {
  localStorage.setItem(key, theme);
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  // Plots draw with the colours of the stylesheet.
  dispatchEvent(new Event('modulex-theme'));
}
