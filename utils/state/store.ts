import { browser } from 'wxt/browser';
import { EMPTY_LOCAL, EMPTY_SESSION, type Local, type Session, type State } from './stored.ts';

const KEY = 'state';

/**
 * The only place that reads and writes what Waymark remembers. Every change applies a pure function
 * to what is stored and writes it back before the next change may begin, so that a worker that dies
 * between two messages loses nothing. Nobody else writes there, so a worker reads the stores once.
 */
export type Store = Readonly<{
  read: () => Promise<State>;
  /** Resolves with the new state once it is stored; `onChange` has then been told. */
  update: (change: (state: State) => State) => Promise<State>;
}>;

export function openStore(onChange: (state: State) => void): Store {
  let queue: Promise<unknown> = lockDown();
  /** What the stores hold; absent when that is not certain. */
  let stored: State | undefined;

  const enqueue = <Result>(task: () => Promise<Result>): Promise<Result> => {
    const result = queue.then(task);
    queue = result.catch(() => undefined);
    return result;
  };

  const current = async () => {
    stored ??= await load();
    return stored;
  };

  return {
    read: () => enqueue(current),
    update: (change) =>
      enqueue(async () => {
        const before = await current();
        const changed = change(before);
        if (changed === before) return before;
        const revision = before.session.revision + 1;
        const after: State = { local: changed.local, session: { ...changed.session, revision } };
        stored = undefined;
        await save(before, after);
        stored = after;
        onChange(after);
        return after;
      }),
  };
}

/** Content scripts could read `storage.local` by default; nothing in it is theirs. */
async function lockDown(): Promise<void> {
  for (const area of [browser.storage.local, browser.storage.session]) {
    const lockable = area as { setAccessLevel?: (level: { accessLevel: string }) => Promise<void> };
    await lockable.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
  }
}

async function load(): Promise<State> {
  const [local, session] = await Promise.all([
    browser.storage.local.get(KEY),
    browser.storage.session.get(KEY),
  ]);
  return {
    local: { ...EMPTY_LOCAL, ...(isCurrent(local[KEY]) ? local[KEY] : {}) },
    session: { ...EMPTY_SESSION, ...((session[KEY] as Session | undefined) ?? {}) },
  };
}

/** Another schema is not guessed at: its progress can be read from the tenant again. */
function isCurrent(value: unknown): value is Local {
  return typeof value === 'object' && value !== null && 'schema' in value && value.schema === 1;
}

async function save(before: State, after: State): Promise<void> {
  if (after.local !== before.local) await browser.storage.local.set({ [KEY]: after.local });
  await browser.storage.session.set({ [KEY]: after.session });
}
