// What lies under a tab. It takes the focus when its screen comes up otherwise than by the tabs.

import type { ComponentChildren } from 'preact';
import type { Tab } from '../state.ts';

export function TabPanel({ tab, children }: { tab: Tab; children: ComponentChildren }) {
  return (
    <main>
      <div id="screen" role="tabpanel" aria-labelledby={`tab-${tab}`} tabIndex={-1}>
        {children}
      </div>
    </main>
  );
}
