import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** Says a sentence once to a screen reader, politely, through the one status region of the page. */
export type Announce = (text: string) => void;

const AnnounceContext = createContext<Announce>(() => undefined);

export const AnnounceProvider = AnnounceContext.Provider;

export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}
