// @vitest-environment happy-dom
import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { DiagnosticsPage } from '@/components/diagnostics/DiagnosticsPage.tsx';
import { SpeechProvider } from '@/components/speech.ts';
import { DIAGNOSTICS } from '@/tests/fixtures/views/diagnostics.ts';
import { readerOf } from '@/utils/i18n/reader.ts';

afterEach(cleanup);

async function show(name: string) {
  const found = DIAGNOSTICS[name];
  if (!found) throw new Error(`No diagnostics ${name}.`);
  const reader = await readerOf('en', [], undefined);
  const again = vi.fn();
  const shown = render(
    <SpeechProvider value={{ ...reader, now: () => 0 }}>
      <DiagnosticsPage found={found} onAgain={again} />
    </SpeechProvider>,
  );
  return { found, again, ...shown };
}

test('what is copied is exactly what is shown, all of it', async () => {
  const write = vi.fn(async (_: string) => undefined);
  vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText: write } });
  const { container, found } = await show('in-use');

  fireEvent.click(container.querySelector('[data-action="copy-diagnostics"]') as HTMLElement);

  await vi.waitFor(() => expect(write).toHaveBeenCalled());
  vi.unstubAllGlobals();
  expect(JSON.parse(String(write.mock.calls[0]?.[0]))).toEqual(found);
});

test('a control that was not found says why, and which names came nearest', async () => {
  const { container } = await show('in-use');
  const row = container.querySelector('[data-action-id="users-add"]');

  expect(row?.querySelector('[data-refusal="absent"]')).not.toBeNull();
  expect(row?.textContent).toContain('Add a user, Add guest user');
});

test('a refused read stands with its code and Microsoft’s request id', async () => {
  const { container } = await show('in-use');
  const row = container.querySelector('#reads tbody tr');

  expect(row?.textContent).toContain('403 Authorization_RequestDenied');
  expect(row?.textContent).toContain('7c1e4d0a-52bb-4f0e-9a61-0d5f6b1c2e88');
});

test('a fresh installation says that there is nothing yet, instead of empty tables', async () => {
  const { container } = await show('fresh');

  expect(container.querySelector('#page')?.textContent).toContain('No portal page is open');
  expect(container.querySelector('#reads')?.textContent).toContain('Nothing has been read');
  expect(container.querySelectorAll('#page table, #reads table')).toHaveLength(0);
});

test('it holds no message id', async () => {
  const { container } = await show('in-use');
  for (const verbatim of container.querySelectorAll('.mono, bdi, [lang="en"]')) verbatim.remove();

  expect(container.textContent).not.toMatch(/\b[a-z-]+\.[a-z-]+\b(?<!domain-1\.example)/);
});

test('looking again asks again', async () => {
  const { container, again } = await show('fresh');

  fireEvent.click(container.querySelector('[data-action="again"]') as HTMLElement);

  expect(again).toHaveBeenCalledOnce();
});
