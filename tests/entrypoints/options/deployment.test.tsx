// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SpeechProvider } from '@/components/speech.ts';
import { DeploymentHost } from '@/entrypoints/options/DeploymentHost.tsx';
import { EVERYTHING } from '@/tests/utils/deployment/a-deployment.ts';
import { MALFORMED } from '@/tests/utils/deployment/malformed.ts';
import { readerOf } from '@/utils/i18n/reader.ts';

vi.mock('wxt/browser', () => ({
  browser: { runtime: { id: 'abcdefghijklmnopabcdefghijklmnop' } },
}));

let saved: Blob[];
beforeEach(() => {
  saved = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    saved.push(blob as Blob);
    return 'blob:x';
  });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

async function show(settings: Readonly<Record<string, unknown>> = {}, language = 'en') {
  const reader = await readerOf(language, [], undefined);
  const { container } = render(
    <SpeechProvider value={{ ...reader, now: () => 0 }}>
      <DeploymentHost settings={settings} />
    </SpeechProvider>,
  );
  await waitFor(() => expect(container.querySelector('.deploy')).toBeTruthy());
  return {
    container,
    problems: () => [...container.querySelectorAll('[role="alert"] li')],
    press: () =>
      fireEvent.click(container.querySelector('[data-action="deploy-download"]') as Element),
    load: async (text: string) => {
      const field = container.querySelector('#deploy-load') as HTMLInputElement;
      const file = new File([text], 'team.json', { type: 'application/json' });
      Object.defineProperty(field, 'files', { value: [file], configurable: true });
      fireEvent.change(field);
      await new Promise((resolve) => setTimeout(resolve, 5));
    },
  };
}

function fill(label: RegExp, value: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
}

describe('the deployment form', () => {
  test('begins with what applies in this browser, its own id included', async () => {
    await show({
      tenantId: EVERYTHING.settings.tenantId,
      panel: 'off',
      guides: EVERYTHING.settings.guides,
    });

    expect(screen.getByLabelText<HTMLInputElement>(/Tenant id/).value).toBe(
      EVERYTHING.settings.tenantId,
    );
    expect(screen.getByLabelText<HTMLSelectElement>(/Panel in portal pages/).value).toBe('off');
    expect(screen.getByLabelText<HTMLSelectElement>(/^Guides/).value).toBe(
      'work365-partner-center',
    );
    expect(screen.getByLabelText<HTMLInputElement>(/Extension id/).value).toBe(
      EVERYTHING.extensionId,
    );
  });

  test('complains of nothing before somebody was there', async () => {
    const { container } = await show();

    expect(container.querySelectorAll('[aria-invalid], [role="alert"]')).toHaveLength(0);
  });

  test('says beside a field what is wrong with it', async () => {
    await show();
    fill(/Tenant id/, 'fabrikam');
    const field = screen.getByLabelText(/Tenant id/);
    const hint = document.getElementById(field.getAttribute('aria-describedby') ?? '');

    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(hint?.textContent).toContain('does not fit');
  });

  test('saves one zip with every file, made of what was filled in', async () => {
    const { container, press } = await show();
    fill(/Organisation/, 'Contoso');
    fill(/Address of the packages/, 'https://it.contoso.com/waymark');
    fill(/Cloud/, 'usgov');
    press();
    await waitFor(() => expect(saved).toHaveLength(1));
    const zip = unzipSync(new Uint8Array((await saved[0]?.arrayBuffer()) ?? new ArrayBuffer(0)));
    const team = JSON.parse(new TextDecoder().decode(zip['team.json']));

    expect(team).toMatchObject({
      organisation: 'Contoso',
      packages: 'https://it.contoso.com/waymark/',
      settings: { cloud: 'usgov' },
    });
    expect(Object.keys(zip)).toContain('windows/de-DE/waymark.adml');
    expect(container.querySelector('[role="status"]')?.textContent).toContain(
      'waymark-deployment.zip',
    );
  });

  test('shows each file as it will be saved', async () => {
    const { load } = await show();
    await load(JSON.stringify(EVERYTHING));
    const choice = await screen.findByLabelText<HTMLSelectElement>('File');
    fireEvent.change(choice, { target: { value: 'google-admin/policy.json' } });

    const shown = screen.getByLabelText<HTMLTextAreaElement>('google-admin/policy.json');
    expect(JSON.parse(shown.value).cloud).toEqual({ Value: 'usgov' });
  });

  test('nothing is saved while something is missing; it is said instead', async () => {
    const { press, problems } = await show();
    press();

    expect(saved).toEqual([]);
    expect(problems().map((one) => one.querySelector('.mono')?.textContent)).toEqual([
      'organisation',
      'packages',
    ]);
    expect(problems()[0]?.textContent).toContain('Missing. It is needed.');
  });

  test('a browser fewer makes no file for it', async () => {
    const { load } = await show();
    await load(JSON.stringify(EVERYTHING));
    fireEvent.click(screen.getByLabelText('Microsoft Edge'));
    const choice = await screen.findByLabelText<HTMLSelectElement>('File');

    expect(
      [...choice.options].map(({ value }) => value).filter((path) => path.includes('edge')),
    ).toEqual([]);
  });

  test.each(['de', 'fr', 'es', 'ja', 'nl'])('speaks %s throughout', async (language) => {
    const { container } = await show({}, language);

    expect(container.textContent).not.toMatch(
      /deploy\.|setting\.|Not set|Organisation of|Default:/,
    );
  });
});

describe('a file that is wrong in one thing gets one clear message and saves nothing', () => {
  test.each(MALFORMED.map((row) => [row.why, row] as const))('%s', async (_, row) => {
    const { load, press, problems } = await show();
    await load(row.text);
    await waitFor(() => expect(problems()).toHaveLength(1));
    press();

    expect(problems()[0]?.textContent).toContain(row.says);
    expect(problems()[0]?.querySelector('.mono')?.textContent).toBe(row.at);
    expect(saved).toEqual([]);
  });
});
