/** Where a narrator speaks: a terminal, a file, a test. */
export type Out = Readonly<{
  write: (text: string) => unknown;
  isTTY?: boolean | undefined;
  columns?: number | undefined;
}>;

/** Tells what happens while it happens. */
export type Narrator = Readonly<{
  /** One line that stays. */
  note: (text: string) => void;
  /** What is being done just now; on a terminal only, where the next line takes its place. */
  glimpse: (text: string) => void;
}>;

/** Clears the line the cursor is in. */
const CLEAR_LINE = '\r\u001b[2K';
/** Room of the time that each line begins with. */
const TIME_COLUMNS = 11;

/**
 * Every line begins with the seconds since the start.
 *
 * @param nowMs A clock, milliseconds.
 */
export function narrate(out: Out = process.stdout, nowMs: () => number = Date.now): Narrator {
  const startMs = nowMs();
  const clear = out.isTTY ? CLEAR_LINE : '';
  const time = () => `${((nowMs() - startMs) / 1000).toFixed(1).padStart(7)} s  `;
  return {
    note: (text) => void out.write(`${clear}${time()}${text}\n`),
    glimpse: (text) => {
      const room = (out.columns ?? 80) - TIME_COLUMNS - 1;
      if (out.isTTY) out.write(`${clear}${time()}${text.slice(0, room)}`);
    },
  };
}

const COLOURS = { good: 32, bad: 31, quiet: 2, strong: 1 } as const;

/** Colours text where somebody looks at a terminal and has not asked for none (no-color.org). */
export function paintFor(out: Out, env: Readonly<Record<string, string | undefined>>) {
  const isPlain = !out.isTTY || Boolean(env.NO_COLOR) || env.TERM === 'dumb';
  return (text: string, colour: keyof typeof COLOURS) =>
    isPlain ? text : `\u001b[${COLOURS[colour]}m${text}\u001b[0m`;
}
