// The screens that come after the first load: those of teaching, of shared workbooks and the check-up.

import { later } from './later.tsx';

export const TeachLayout = later(async () => (await import('./screens/teach-layout.tsx')).TeachLayout);
export const LearnedWords = later(async () => (await import('./screens/learned-words.tsx')).LearnedWords);
export const Conflicts = later(async () => (await import('./shared/screens.ts')).Conflicts);
export const Questions = later(async () => (await import('./shared/screens.ts')).Questions);
export const History = later(async () => (await import('./shared/screens.ts')).History);
export const News = later(async () => (await import('./shared/screens.ts')).News);
export const CheckUp = later(async () => (await import('./shared/screens.ts')).CheckUp);

/** Fetched in advance, so that they are there when the network is not. */
export async function loadLaterScreens(): Promise<void> {
  await Promise.all([TeachLayout, LearnedWords, Conflicts, Questions, History, News, CheckUp].map((screen) => screen.load()));
}
