// The screens of teaching once they are loaded: they are no part of the first load, and come with the forms' names.

import { signal } from '@preact/signals';
import type { ComponentProps } from 'preact';
import type { LearnedWords as LearnedWordsScreen } from './screens/learned-words.tsx';
import type { TeachLayout as TeachLayoutScreen } from './screens/teach-layout.tsx';

const screens = signal<{ readonly TeachLayout: typeof TeachLayoutScreen; readonly LearnedWords: typeof LearnedWordsScreen } | null>(null);

export async function loadTeaching(): Promise<void> {
  const [{ TeachLayout }, { LearnedWords }] = await Promise.all([import('./screens/teach-layout.tsx'), import('./screens/learned-words.tsx')]);
  screens.value = { TeachLayout, LearnedWords };
}

export function TeachLayout(props: ComponentProps<typeof TeachLayoutScreen>) {
  const Shown = screens.value?.TeachLayout;
  return Shown ? <Shown {...props} /> : null;
}

export function LearnedWords(props: ComponentProps<typeof LearnedWordsScreen>) {
  const Shown = screens.value?.LearnedWords;
  return Shown ? <Shown {...props} /> : null;
}
