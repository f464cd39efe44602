/** Time spent in callbacks of this world; layout that they force is in it. */
export type Spent = Readonly<{ ms: number; worstMs: number; inLongTasksMs: number }>;

type Span = Readonly<{ from: number; ms: number }>;

let spans: Span[] = [];
let long: Span[] = [];

/** Notes the time of some work, and hands on what it returns. */
export function noting<Result>(work: () => Result): Result {
  const from = performance.now();
  const result = work();
  spans.push({ from, ms: performance.now() - from });
  return result;
}

function noted<Args extends unknown[]>(
  work: (...args: Args) => unknown,
): (...args: Args) => unknown {
  return (...args) => noting(() => work(...args));
}

/** From now on every callback of this world is noted, whoever asks for it. */
export function attribute(): void {
  const frame = requestAnimationFrame.bind(globalThis);
  globalThis.requestAnimationFrame = (work) => frame(noted(work));
  const {
    MutationObserver: Records,
    IntersectionObserver: Sight,
    ResizeObserver: Size,
  } = globalThis;
  globalThis.MutationObserver = class extends Records {
    constructor(work: MutationCallback) {
      super(noted(work));
    }
  };
  globalThis.IntersectionObserver = class extends Sight {
    constructor(work: IntersectionObserverCallback, init?: IntersectionObserverInit) {
      super(noted(work), init);
    }
  };
  globalThis.ResizeObserver = class extends Size {
    constructor(work: ResizeObserverCallback) {
      super(noted(work));
    }
  };
  const port = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage');
  Object.defineProperty(MessagePort.prototype, 'onmessage', {
    set(work: (event: MessageEvent) => unknown) {
      port?.set?.call(this, noted(work));
    },
  });
  attributeListeners();
  new PerformanceObserver((list) => {
    for (const { startTime: from, duration: ms } of list.getEntries()) long.push({ from, ms });
  }).observe({ entryTypes: ['longtask'] });
}

type Hear = (this: EventTarget, event: Event) => unknown;

const heard = new WeakMap<object, Hear>();

/** Also for those who take their listeners away again: they bring the function they gave. */
function attributeListeners(): void {
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, work, options) {
    if (typeof work !== 'function') return add.call(this, type, work, options);
    const hear: Hear =
      heard.get(work) ??
      function (event) {
        return noting(() => work.call(this, event));
      };
    heard.set(work, hear);
    add.call(this, type, hear, options);
  };
  EventTarget.prototype.removeEventListener = function (type, work, options) {
    remove.call(this, type, (work && heard.get(work)) ?? work, options);
  };
}

/** Since it was last asked. */
export function spent(): Spent {
  const own = spans;
  const tasks = long;
  spans = [];
  long = [];
  const ms = own.reduce((sum, one) => sum + one.ms, 0);
  const within = ({ from, ms: length }: Span) =>
    own
      .filter((one) => one.from >= from && one.from < from + length)
      .reduce((sum, one) => sum + one.ms, 0);
  return {
    ms,
    worstMs: Math.max(0, ...own.map((one) => one.ms)),
    inLongTasksMs: Math.max(0, ...tasks.map(within)),
  };
}
