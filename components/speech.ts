import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Say } from '@/utils/i18n/say-from.ts';

/** What every view needs to speak to one reader. */
export type Speech = Readonly<{
  say: Say;
  /** Interface language. */
  language: string;
  /** Locale that dates and times are written in. */
  locale: string;
  /** Milliseconds since the epoch, now. */
  now: () => number;
}>;

const SpeechContext = createContext<Speech>({
  say: (words) => words.id,
  language: 'en',
  locale: 'en-GB',
  now: Date.now,
});

export const SpeechProvider = SpeechContext.Provider;

export function useSpeech(): Speech {
  return useContext(SpeechContext);
}
