import type { GraphPorts } from '@/utils/graph/index.ts';

type Span = Readonly<{ fromMs: number; toMs: number }>;

/** When requests were under way, and when somebody waited for a limit. */
export class Timeline {
  readonly requests: Span[] = [];
  readonly waits: Span[] = [];

  /** The same ports, watched. */
  watch(ports: GraphPorts): GraphPorts {
    const send = ports.fetch ?? fetch;
    return {
      ...ports,
      fetch: (input, init) => this.#timed(this.requests, () => send(input, init)),
      sleep: (ms, signal) => this.#timed(this.waits, () => ports.sleep(ms, signal)),
    };
  }

  async #timed<Result>(spans: Span[], task: () => Promise<Result>): Promise<Result> {
    const fromMs = performance.now();
    try {
      return await task();
    } finally {
      spans.push({ fromMs, toMs: performance.now() });
    }
  }

  /** The longest chain of requests of which each began when the one before had ended. */
  get rounds(): number {
    const depths = new Map<Span, number>();
    const inOrder = [...this.requests].sort((one, other) => one.fromMs - other.fromMs);
    for (const span of inOrder) {
      const before = inOrder.filter(({ toMs }) => toMs <= span.fromMs);
      depths.set(span, 1 + Math.max(0, ...before.map((one) => depths.get(one) ?? 0)));
    }
    return Math.max(0, ...depths.values());
  }

  /** Milliseconds in which a limit was waited for and nothing was under way. */
  get idleMs(): number {
    const edges = [...this.requests, ...this.waits].flatMap(({ fromMs, toMs }) => [fromMs, toMs]);
    const sorted = [...new Set(edges)].sort((one, other) => one - other);
    const covers = (spans: readonly Span[], atMs: number) =>
      spans.some(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs);
    return sorted.reduce((sum, fromMs, index) => {
      const toMs = sorted[index + 1] ?? fromMs;
      const isIdle = covers(this.waits, fromMs) && !covers(this.requests, fromMs);
      return isIdle ? sum + toMs - fromMs : sum;
    }, 0);
  }
}
