import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { PanelView } from '@/utils/domain/view.ts';
import { type Reader, readerOf } from '@/utils/i18n/reader.ts';
import { ask, isDeaf, isOrphaned, onChanged } from '@/utils/messaging/ask.ts';

/** What is on show: the last view that arrived, read in the reader's language. */
export type Shown = Readonly<{ view: PanelView; reader: Reader }>;

/** The first view, and whether it has been overtaken by a change. */
export type First = Readonly<{ shown: Shown | undefined; isOld: () => boolean }>;

export type Trouble = 'none' | 'unreachable' | 'orphaned';

const RETRY_MS = 700;
/** A check says how far it is more often than this; a worker that died over one takes it up again. */
const SILENCE_MS = 4000;

/**
 * The view as the background tells it, asked for again whenever something changed or somebody
 * looks. A question that gets no answer loses nothing: the last view stays and it asks again.
 *
 * @param first Shown until something changes.
 */
export function useView(first: First): Readonly<{
  shown: Shown | undefined;
  trouble: Trouble;
  /** Asks again, for whoever has just changed something. */
  refresh: () => void;
}> {
  const [shown, setShown] = useState(first.shown);
  const [trouble, setTrouble] = useState<Trouble>('none');
  const refresh = useRefresh(setShown, setTrouble);
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') refresh();
    };
    const stop = onChanged(refresh);
    if (!first.shown || first.isOld()) refresh();
    document.addEventListener('visibilitychange', look);
    return () => {
      stop();
      document.removeEventListener('visibilitychange', look);
    };
  }, [first, refresh]);
  const isWaiting = trouble === 'unreachable' || shown?.view.busy !== undefined;
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setInterval(refresh, trouble === 'unreachable' ? RETRY_MS : SILENCE_MS);
    return () => clearInterval(timer);
  }, [isWaiting, trouble, refresh]);
  return { shown, trouble, refresh };
}

/** Asks once at a time; a change heard meanwhile is asked for afterwards. */
function useRefresh(
  setShown: (shown: Shown) => void,
  setTrouble: (trouble: Trouble) => void,
): () => void {
  const state = useRef({ asking: false, again: false });
  return useCallback(() => {
    const flags = state.current;
    flags.again = true;
    if (flags.asking) return;
    flags.asking = true;
    const run = async () => {
      while (flags.again) {
        flags.again = false;
        try {
          setShown(await look());
          setTrouble('none');
        } catch {
          setTrouble(isOrphaned() ? 'orphaned' : 'unreachable');
        }
      }
      flags.asking = false;
    };
    void run();
  }, [setShown, setTrouble]);
}

/**
 * Asks for the first view. It listens before it asks, so that no change is missed until the panel
 * listens itself.
 */
export async function askFirst(): Promise<First> {
  let isOld = false;
  onChanged(() => {
    isOld = true;
  });
  const shown = await look().catch(() => undefined);
  return { shown, isOld: () => isOld };
}

async function look(): Promise<Shown> {
  const view = await ask('getView', isDeaf() ? { deaf: true } : {});
  if (!view) throw new Error('No view: the background did not answer.');
  return read(view);
}

async function read(view: PanelView): Promise<Shown> {
  const { language, guideId, portalLanguage } = view;
  const reader = await readerOf(language, navigator.languages, guideId, portalLanguage);
  return { view, reader };
}
