import { child } from './own-element.ts';

/** Words whose control labels stand in [brackets], with the labels in bold. */
export function say(words: string): DocumentFragment {
  const text = new DocumentFragment();
  text.append(
    ...words.split(/[[\]]/).map((part, at) => (at % 2 ? child('b', undefined, part) : part)),
  );
  return text;
}
