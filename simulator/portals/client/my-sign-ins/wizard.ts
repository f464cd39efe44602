import { Refused } from '../kit/api.ts';
import { type Child, h } from '../kit/element.ts';

/** One screen of a registration: it may go to another one. */
export type Screen = (wizard: Wizard) => readonly Child[] | Promise<readonly Child[]>;

export type Wizard = Readonly<{
  go: (screen: Screen) => Promise<void>;
  /** The method is registered, or the reader gave up. */
  finish: (registered: boolean) => void;
}>;

/** Shows screens in place, one after the other. */
export function wizardIn(holder: HTMLElement, finish: (registered: boolean) => void): Wizard {
  const wizard: Wizard = {
    finish,
    go: async (screen) => {
      holder.replaceChildren(
        ...(await screen(wizard)).filter((part): part is Node => Boolean(part)),
      );
    },
  };
  return wizard;
}

/** A line for what went wrong, and a way to run something that may be refused. */
export function attempts(): Readonly<{
  note: HTMLElement;
  attempt: (act: () => Promise<void>) => Promise<void>;
}> {
  const note = h('p', { role: 'alert', class: 'problem' });
  const attempt = async (act: () => Promise<void>) => {
    note.textContent = '';
    try {
      await act();
    } catch (problem) {
      if (!(problem instanceof Refused)) throw problem;
      note.textContent = problem.message;
    }
  };
  return { note, attempt };
}
