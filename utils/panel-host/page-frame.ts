import { child } from '../ring/own-element.ts';

/** Our page in a frame of the portal's. */
export type PageFrame = Readonly<{
  /** Loads it, unless it is there: out of sight until it is first shown. */
  load: (url: string) => void;
  show: (isShown: boolean) => void;
  /** Nobody opened it: who only came by leaves nothing of ours in the tab. */
  forget: () => void;
  remove: () => void;
}>;

export function openPageFrame(root: ShadowRoot): PageFrame {
  const frame = Object.assign(child('iframe'), { title: 'Waymark', allow: 'clipboard-write' });
  let wasShown = false;
  const remove = () => {
    frame.remove();
    wasShown = false;
  };
  return {
    load: (url) => {
      if (frame.src !== url) frame.src = url;
      if (!frame.isConnected) root.append(frame);
    },
    show: (isShown) => {
      frame.hidden = !isShown;
      wasShown ||= isShown;
    },
    forget: () => wasShown || remove(),
    remove,
  };
}
