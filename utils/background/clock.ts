/** A difference below this is the resolution of the header and the time of the journey. */
const NOISE_MS = 3000;

/**
 * The clock verdicts are judged by: Microsoft's. Policies, audits and sign-ins carry Microsoft's
 * time stamps, and a computer's clock may be minutes off; every answer of Graph says what time it
 * is there (header `Date`), so the difference is learned and not assumed.
 */
export class MicrosoftClock {
  /** How far Microsoft's time is ahead of this computer's, milliseconds. */
  skewMs = 0;

  /** Milliseconds since the epoch, by Microsoft's clock as far as it is known. */
  now = (): number => Date.now() + this.skewMs;

  /** Resolves after `ms`, or at once when `signal` is aborted. */
  sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      const wake = () => {
        clearTimeout(timer);
        resolve();
      };
      signal?.addEventListener('abort', wake, { once: true });
    });

  /** `fetch` that learns the time from each answer. */
  fetch: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    this.learn(response.headers.get('date'), Date.now());
    return response;
  };

  /** @param header Value of a `Date` header; anything else is passed over. */
  learn(header: string | null, localMs: number): void {
    const theirMs = Date.parse(header ?? '');
    if (Number.isNaN(theirMs)) return;
    const differenceMs = theirMs - localMs;
    this.skewMs = Math.abs(differenceMs) < NOISE_MS ? 0 : differenceMs;
  }
}
