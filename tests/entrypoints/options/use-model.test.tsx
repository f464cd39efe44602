// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { useModel } from '@/entrypoints/options/use-model.ts';
import { OPTIONS } from '@/tests/fixtures/views/options.ts';

/** Questions for the settings, in the order they came, with how to answer each. */
const asked: ((own: Readonly<Record<string, string>>) => void)[] = [];

const answers: Readonly<Record<string, () => unknown>> = {
  getSettings: () =>
    new Promise((resolve) => {
      asked.push((own) => resolve({ policy: {}, own, settings: [] }));
    }),
  getView: () => OPTIONS['first-run']?.view,
  getEvidence: () => ({ scopes: [] }),
  getInstallation: () => OPTIONS['first-run']?.doctor.installation,
  getDiagnostics: () => ({ installation: {}, settings: {} }),
};

vi.mock('wxt/browser', () => ({
  browser: {
    identity: { getRedirectURL: () => 'https://a.chromiumapp.org/' },
    runtime: {
      id: 'a',
      sendMessage: async ({ name }: { name: string }) => answers[name]?.(),
      onMessage: { addListener: vi.fn(), removeListener: vi.fn() },
    },
  },
}));

test('an answer that was overtaken does not replace a later one', async () => {
  const { result } = renderHook(() => useModel());
  const later = result.current.reload();
  const [first, second] = asked;

  await act(async () => {
    second?.({ clientId: 'new' });
    await later;
    first?.({ clientId: 'old' });
    await new Promise((resolve) => setTimeout(resolve, 0));
  });

  expect(result.current.model?.settings.own).toEqual({ clientId: 'new' });
});
