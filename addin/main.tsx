// The pane's entry: waits for Excel, puts the services together and shows the pane. What fails here is said in words.
// What reads and writes sheets comes as a part of its own, while Office still starts.

import './panes/styles/pane.css';
import { actionOf } from './excel/commands.ts';
import { onExcelTheme } from './excel/theme.ts';
import { mountPane } from './panes/mount.tsx';
import { showFailure } from './panes/opening-failure.tsx';
import { PaneError } from './panes/services.ts';

const root = document.getElementById('pane')!;

async function open(): Promise<void> {
  // Without the script of Office there is no host to wait for: its address was out of reach.
  if (!('Office' in globalThis)) throw new PaneError({ code: 'office-script-missing' });
  const [{ createServices }, { whenExcelIsReady }] = await Promise.all([import('./app.ts'), import('./excel/host.ts')]);
  await whenExcelIsReady();
  onExcelTheme((theme) => document.documentElement.setAttribute('data-theme', theme));
  const services = await createServices();
  root.replaceChildren();
  mountPane(root, services, actionOf(location));
}

open().catch((error: unknown) => {
  showFailure(root, error instanceof PaneError ? error.failure : { code: 'internal', detail: String(error) });
});
