// Excel's light or dark theme for the pane. Excel tells of no change, so it is looked at again when the pane gets focus.

export function onExcelTheme(callback: (theme: 'light' | 'dark') => void): void {
  const tell = (): void => callback(isDark() ? 'dark' : 'light');
  tell();
  globalThis.addEventListener?.('focus', tell);
}

function isDark(): boolean {
  const theme = Office.context?.officeTheme;
  if (theme?.isDarkTheme !== undefined) return theme.isDarkTheme;
  const background = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(theme?.bodyBackgroundColor ?? '');
  if (!background) return false;
  return background.slice(1).reduce((sum, part) => sum + Number.parseInt(part, 16), 0) < 3 * 128;
}
