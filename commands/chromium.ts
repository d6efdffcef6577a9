// Finds (and, for root on Debian, installs) the browser and the Chinese font that the browser tests need.

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
const howTo = 'install Chromium (or set CHROMIUM_PATH) and a Chinese font, e.g.: apt-get install chromium fonts-noto-cjk';

export function findChromium(): string | null {
  const wanted = process.env['CHROMIUM_PATH'];
  if (wanted !== undefined && wanted !== '') return existsSync(wanted) ? wanted : null;
  return places.find((place) => existsSync(place)) ?? null;
}

/** Without one, Chromium draws Chinese as nothing at all while the text is still found in the page. */
export function hasChineseFont(): boolean {
  const list = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return process.platform !== 'linux' || (list.status === 0 && list.stdout.trim() !== '');
}

/** One test serves the pane over https and makes its certificate with it. */
function hasOpenssl(): boolean {
  return spawnSync('openssl', ['version']).status === 0;
}

/** The browser's path; throws with one line saying what to install. */
export function chromiumPath(): string {
  const path = findChromium();
  if (path === null) throw new Error(`No Chromium found: ${howTo}`);
  return path;
}

/** Makes sure that both are there, and says what was done. */
export function ensureBrowser(): string {
  const missing = [...(findChromium() === null ? ['chromium'] : []), ...(hasOpenssl() ? [] : ['openssl']), ...(hasChineseFont() ? [] : ['fonts-noto-cjk'])];
  if (missing.length > 0 && process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    console.log(`Installing ${missing.join(', ')} with apt-get ...`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing, ...(missing.includes('fonts-noto-cjk') ? ['fontconfig'] : [])], { stdio: ['ignore', 'ignore', 'inherit'], env });
  }
  const path = chromiumPath();
  if (!hasChineseFont()) throw new Error(`No Chinese font found: ${howTo}`);
  return path;
}
