import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

type Options = Readonly<{
  manifest?: Readonly<Record<string, unknown>>;
  installType?: string;
  /** Sites the browser keeps Waymark out of. */
  closed?: readonly string[];
}>;

/** What a browser tells of this copy; the fake one does not know these parts of its interface. */
export function anInstalledBrowser({ manifest = {}, installType = 'admin', closed = [] }: Options) {
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({
    version: '9.8.7',
    ...manifest,
  } as never);
  Object.assign(fakeBrowser, {
    management: { getSelf: vi.fn(async () => ({ installType })) },
    permissions: {
      contains: async ({ origins }: { origins: readonly string[] }) =>
        origins.every((origin) => !closed.includes(origin)),
    },
  });
}
