// News of colleagues for an open pane: heard by the watch, counted, listed, and brought into the sheet by itself only where
// this device is set so and nobody is typing. Knows no screens.

import type { NewsAnswer } from '../../domain/protocol/news.ts';
import type { Connection } from '../connection/client.ts';
import { listeners } from '../learned/listeners.ts';
import { PaneError } from '../panes/services.ts';
import type { PaneServices } from '../panes/services.ts';
import type { News, SharedServices } from '../panes/shared-services.ts';
import type { Look } from '../sync/look.ts';
import type { DeviceSettings } from './device-settings.ts';
import { nothingNew, shownNews } from './shown-news.ts';
import { watchNews } from './watch.ts';
import type { Clock } from './watch.ts';

export interface NewsParts {
  readonly connection: Pick<Connection, 'news'>;
  readonly settings: DeviceSettings;
  readonly synchronise: PaneServices['synchronise'];
  readonly isSignedIn: () => boolean;
  /** The server's day, as it was last heard. */
  readonly today: () => string | undefined;
  readonly onToday: (today: string) => void;
  readonly clock: Clock;
  readonly isVisible: () => boolean;
}

export type NewsService = Pick<SharedServices, 'news' | 'onNews' | 'changedSinceOpened' | 'autoRefresh' | 'setAutoRefresh' | 'onRefreshed'> & {
  /** The workbook was read, perhaps after a sync. */
  looked(look: Look): void;
  /** Somebody typed, or looks at the pane again. */
  active(what: 'typed' | 'seen'): void;
  /** So often the Worker was asked. */
  readonly asked: () => number;
};

const isNews = ({ count, rights }: NewsAnswer): boolean => count > 0 || rights;

/** So long after the last stroke nobody is taken to be typing. */
const restsAfter = 10_000;

export function newsService(parts: NewsParts): NewsService {
  const { settings, clock } = parts;
  const changed = listeners();
  const refreshed = new Set<Parameters<SharedServices['onRefreshed']>[0]>();
  let look: Look | null = null;
  let heard: NewsAnswer | null = null;
  /** Where the next question goes on: what happened up to here is told, or is none of this workbook's business. */
  let askedUpTo = 0;
  /** Up to where the workbook had been seen when it was opened. */
  let openedAt: number | null = null;
  let lastTyped = -Infinity;
  let isRefreshing = false;

  const askFrom = async (cursor: number): Promise<NewsAnswer | null> => {
    const { workbook, scope } = look!.ledger;
    const answer = await parts.connection.news({ cursor, scope, workbook, today: parts.today() });
    if (answer) parts.onToday(answer.today);
    return answer;
  };

  /** What was heard is not told again; what came since is told with all that the workbook does not have. */
  async function ask(): Promise<NewsAnswer | null> {
    const { cursor } = look!.ledger;
    const more = await askFrom(Math.max(askedUpTo, cursor));
    if (!more) return null;
    askedUpTo = more.cursor;
    return isNews(more) && heard ? askFrom(cursor) : more;
  }

  function hear(answer: NewsAnswer | null): void {
    if (!answer || !isNews(answer)) return;
    heard = answer;
    changed.tell();
    void refresh();
  }

  async function refresh(): Promise<void> {
    if (isRefreshing || !heard || !settings.refreshesItself()) return;
    isRefreshing = true;
    try {
      if (clock.now() - lastTyped < restsAfter) throw new PaneError({ code: 'cell-edit-mode' });
      const outcome = await parts.synchronise(() => {}, { isAutomatic: true });
      for (const callback of refreshed) callback(outcome);
    } catch (error) {
      // Somebody is typing: again once they rest. Anything else shows when the person asks for something.
      if (error instanceof PaneError && error.failure.code === 'cell-edit-mode') clock.after(restsAfter, () => void refresh());
    } finally {
      isRefreshing = false;
    }
  }

  const news = (): News => (heard ? shownNews(heard, look) : nothingNew);
  const watch = watchNews<NewsAnswer>({ ask, onAnswer: hear, clock, isVisible: parts.isVisible, mayAsk: () => parts.isSignedIn() && look !== null && look.ledger.org !== null });
  return {
    news,
    onNews: (callback) => changed.add(() => callback(news())),
    changedSinceOpened: async () => {
      if (openedAt === null) return nothingNew;
      const answer = await askFrom(openedAt);
      return answer ? shownNews(answer, look) : nothingNew;
    },
    autoRefresh: () => settings.refreshesItself(),
    setAutoRefresh: (isOn) => {
      settings.setRefreshesItself(isOn);
      void refresh();
    },
    onRefreshed: (callback) => {
      refreshed.add(callback);
      return () => void refreshed.delete(callback);
    },
    looked: (next) => {
      const before = look?.ledger.cursor;
      look = next;
      const { workbook, cursor, org } = next.ledger;
      if (org === null) return;
      openedAt ??= settings.seenUpTo(workbook) ?? cursor;
      settings.see(workbook, Math.max(cursor, askedUpTo));
      if (before === cursor) return;
      askedUpTo = 0;
      if (!heard) return;
      heard = null;
      changed.tell();
    },
    active: (what) => {
      if (what === 'typed') lastTyped = clock.now();
      watch.active();
    },
    asked: watch.asked,
  };
}
