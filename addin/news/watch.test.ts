import { expect, it } from 'vitest';
import { watchNews } from './watch.ts';

const minute = 60_000;

/** A clock that goes on when it is told to, and a person who is there or not. */
function room() {
  let now = 0;
  let timers: { at: number; work: () => void }[] = [];
  const settings = { isVisible: true, mayAsk: true, isOffline: false, news: null as string | null };
  const askedAt: number[] = [];
  const told: (string | null)[] = [];
  const watch = watchNews<string>({
    ask: async () => {
      askedAt.push(now);
      if (settings.isOffline) throw new Error('offline');
      return settings.news;
    },
    mayAsk: () => settings.mayAsk,
    isVisible: () => settings.isVisible,
    onAnswer: (answer) => told.push(answer),
    clock: {
      now: () => now,
      after: (milliseconds, work) => {
        const timer = { at: now + milliseconds, work };
        timers.push(timer);
        return () => void (timers = timers.filter((other) => other !== timer));
      },
    },
  });
  const pass = async (milliseconds: number): Promise<void> => {
    for (const end = now + milliseconds; ; ) {
      const next = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      now = next?.at ?? end;
      if (!next) return;
      timers = timers.filter((timer) => timer !== next);
      next.work();
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  };
  return { watch, settings, askedAt, told, pass };
}

it('asks once a minute while somebody is there, and tells what is new within a minute', async () => {
  const { settings, askedAt, told, pass } = room();
  await pass(10 * minute);
  expect(askedAt).toHaveLength(10);
  settings.news = 'two changes';
  await pass(minute);
  expect([askedAt.length, told.at(-1)]).toEqual([12, 'two changes']);
});

it('asks ever more rarely, at last every ten minutes, while the pane is hidden, and at once when it is seen again', async () => {
  const { watch, settings, askedAt, pass } = room();
  settings.isVisible = false;
  await pass(120 * minute);
  const gaps = askedAt.slice(1).map((at, index) => at - askedAt[index]!);
  expect(gaps).toEqual([...gaps].sort((a, b) => a - b));
  expect(gaps.at(-1)).toBe(10 * minute);
  expect(askedAt.length).toBeLessThan(20);
  settings.isVisible = true;
  await pass(2 * minute);
  const before = askedAt.length;
  watch.active();
  await pass(0);
  expect(askedAt.length).toBe(before + 1);
  await pass(3 * minute);
  expect(askedAt.length).toBe(before + 4);
});

it('takes who has not done anything for a quarter of an hour for gone', async () => {
  const { watch, askedAt, pass } = room();
  for (let tick = 0; tick < 30; tick += 1) {
    await pass(minute);
    watch.active();
  }
  const busy = askedAt.length;
  await pass(60 * minute);
  expect(busy).toBeGreaterThan(28);
  expect(askedAt.length - busy).toBeLessThan(25);
});

it('asks more rarely while the Worker is out of reach, and does not ask where nobody is signed in', async () => {
  const { watch, settings, askedAt, pass } = room();
  settings.isOffline = true;
  await pass(60 * minute);
  expect(askedAt.length).toBeLessThan(11);
  settings.isOffline = false;
  settings.mayAsk = false;
  watch.active();
  const before = askedAt.length;
  await pass(30 * minute);
  expect([askedAt.length, watch.asked()]).toEqual([before, before]);
  settings.mayAsk = true;
  watch.active();
  await pass(2 * minute);
  expect(askedAt.length).toBeGreaterThan(before);
});
