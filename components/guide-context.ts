import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Guide } from '@/utils/domain/guide.ts';

const GuideContext = createContext<Guide | undefined>(undefined);

export const GuideProvider = GuideContext.Provider;

/** The guide on show, in the reader's language. */
export function useGuide(): Guide {
  const guide = useContext(GuideContext);
  if (!guide) throw new Error('No guide: wrap the views in <GuideProvider value={guide}>.');
  return guide;
}
