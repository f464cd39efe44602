import { child } from './own-element.ts';

/** Words whose control labels stand in [brackets], with the labels in bold. */
export function say(words: string): DocumentFragment {
  const text = document.createDocumentFragment();
  for (const [at, part] of words.split(/\[([^\]]*)\]/).entries()) {
    if (part) text.append(at % 2 ? child('b', '', part) : part);
  }
  return text;
}
