// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { OptionsModel } from '@/components/options/model.ts';
import { OptionsPage } from '@/components/options/OptionsPage.tsx';
import { azureCli, manifest, powerShell } from '@/components/options/snippets.ts';
import { SpeechProvider } from '@/components/speech.ts';
import { OPTIONS } from '@/tests/fixtures/views/options.ts';
import { SCOPES } from '@/utils/graph/scopes.ts';
import { readerOf } from '@/utils/i18n/reader.ts';
import type { Settings } from '@/utils/policy/settings.ts';

afterEach(cleanup);

async function show(name: string) {
  const reader = await readerOf('en', [], undefined);
  const act = { save: vi.fn(), test: vi.fn(), lookAround: vi.fn(), explain: vi.fn() };
  const page = (model = OPTIONS[name]) => {
    if (!model) throw new Error(`No model ${name}.`);
    return (
      <SpeechProvider value={{ ...reader, now: () => 0 }}>
        <OptionsPage model={model} act={act} />
      </SpeechProvider>
    );
  };
  const { rerender, ...shown } = render(page());
  return { act, ...shown, showAgain: (model?: OptionsModel) => rerender(page(model)) };
}

const TENANT = 'c5a0f1de-3b7a-4f66-9d5c-2e8f0a1b3c4d';

/** The first run, once something was saved. */
function withSettings(own: Settings): OptionsModel | undefined {
  const model = OPTIONS['first-run'];
  return model && { ...model, settings: { ...model.settings, own } };
}

describe('settings', () => {
  test('an id is saved as typed', async () => {
    const { act } = await show('first-run');

    fireEvent.change(screen.getByLabelText('Client id'), {
      target: { value: ' d40e8f13-26a9-4c57-b1e8-90ab52c6f7d4 ' },
    });

    expect(act.save).toHaveBeenCalledWith('clientId', 'd40e8f13-26a9-4c57-b1e8-90ab52c6f7d4');
  });

  test('what is being typed stays when the page is drawn anew', async () => {
    const { showAgain } = await show('first-run');
    const field = screen.getByLabelText<HTMLInputElement>('Client id');

    fireEvent.input(field, { target: { value: 'd40e8f13' } });
    showAgain(withSettings({ tenantId: TENANT }));

    expect(field.value).toBe('d40e8f13');
    expect(screen.getByLabelText<HTMLInputElement>('Tenant id').value).toBe(TENANT);
  });

  test('a field that was given shows what was made of it', async () => {
    const { showAgain } = await show('first-run');
    const field = screen.getByLabelText<HTMLInputElement>('Tenant id');

    fireEvent.input(field, { target: { value: TENANT.toUpperCase() } });
    fireEvent.change(field);
    showAgain(withSettings({ tenantId: TENANT }));

    expect(field.value).toBe(TENANT);
  });

  test('what is no id is not saved, and the field says how one looks', async () => {
    const { act } = await show('first-run');
    const field = screen.getByLabelText('Tenant id');

    fireEvent.change(field, { target: { value: 'fabrikam' } });

    expect(act.save).not.toHaveBeenCalled();
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText(/Not an id/)).toBeTruthy();
  });

  test('what the organisation fixed can be read and not changed', async () => {
    await show('under-policy');

    expect(screen.getByLabelText<HTMLInputElement>('Client id').readOnly).toBe(true);
    expect(screen.getByLabelText<HTMLInputElement>(/Global/).disabled).toBe(true);
    expect(screen.getByLabelText<HTMLSelectElement>('Language').disabled).toBe(true);
  });

  test('a policy key that was ignored is named with its reason, and what applies instead', async () => {
    const { container } = await show('under-policy');
    const row = container.querySelector('[data-setting="panel"]');

    expect(row?.textContent).toContain('"Collapsed"');
    expect(row?.textContent).toContain('Ignored');
    expect(row?.textContent).toContain('Only these values exist: auto, collapsed, off.');
    expect(row?.querySelectorAll('td')[1]?.textContent).toBe('autodefault');
  });
});

describe('the policy doctor', () => {
  test('each setting has a line: what came, what was made of it, whose value applies', async () => {
    const { container } = await show('under-policy');
    const made = [...container.querySelectorAll('[data-setting]')].map(
      (row) => `${row.getAttribute('data-setting')} ${row.getAttribute('data-made')}`,
    );

    expect(made).toEqual([
      'tenantId rewritten',
      'clientId taken',
      'cloud taken',
      'integrationAccount taken',
      'partnerTier empty',
      'guides unset',
      'panel ignored',
      'language taken',
      'permissions unset',
      'tenant ignored',
    ]);
    expect(container.querySelector('[data-setting="permissions"]')?.textContent).toContain(
      'set by you',
    );
    expect(container.querySelector('[data-setting="tenant"]')?.textContent).toContain(
      'Perhaps tenantId is meant',
    );
  });

  test('it tells how this copy came here, and names every site it is kept out of', async () => {
    const { container } = await show('under-policy');
    const facts = container.querySelector('#policy dl')?.textContent;

    expect(facts).toContain('by the organisation’s policy');
    expect(facts).toContain('https://it.fabrikam.example/waymark/update.xml');
    expect(facts).toContain('9 of 11');
    for (const { pattern, allowed } of OPTIONS['under-policy']?.doctor.installation.sites ?? []) {
      expect(facts?.includes(pattern)).toBe(!allowed);
    }
  });

  test.each([
    ['under-policy', 'bad'],
    ['first-run', 'ok'],
  ])('%s: the contents say that it is %s', async (name, health) => {
    const { container } = await show(name);
    const mark = container.querySelector('.toc [href="#policy"] .mark');

    expect(mark?.classList.contains(health)).toBe(true);
  });

  test('what is copied for support is the scrubbed text, not what is shown', async () => {
    const write = vi.fn(async (_: string) => undefined);
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText: write } });
    const { container } = await show('under-policy');

    fireEvent.click(container.querySelector('[data-action="copy-doctor"]') as HTMLElement);

    await vi.waitFor(() => expect(write).toHaveBeenCalledWith('{}'));
    vi.unstubAllGlobals();
  });
});

describe('the test of the connection', () => {
  test('is off until an app registration is named', async () => {
    const { act, container } = await show('first-run');
    fireEvent.click(container.querySelector('[data-action="test"]') as HTMLElement);

    expect(act.test).not.toHaveBeenCalled();
  });

  test('says what Microsoft refused, and claims nothing of what was not reached', async () => {
    const { container } = await show('consent-missing');
    const results = [...container.querySelectorAll('.tests li')].map(({ className }) => className);

    expect(results).toEqual(['ok', 'bad', 'open', 'open']);
    expect(container.querySelector('.tests + .banner')?.textContent).toContain('AADSTS65001');
  });
});

describe('permissions', () => {
  test('each has its reason in words', async () => {
    const { container } = await show('first-run');

    for (const { scope } of OPTIONS['first-run']?.permissions ?? []) {
      const row = [...container.querySelectorAll('.perms tr')].find(
        (one) => one.querySelector('th')?.textContent === scope,
      );
      expect(row?.querySelector('td')?.textContent.length).toBeGreaterThan(20);
      expect(row?.querySelector('td')?.textContent).not.toContain('scope.');
    }
  });
});

describe('ready-made app registrations', () => {
  const registration = {
    cloud: 'usgov',
    redirects: ['https://a.example/', 'https://b.example/'],
    permissions: SCOPES,
  } as const;

  test('ask for exactly the listed read permissions and never for a secret', () => {
    for (const text of [powerShell(registration), azureCli(registration)]) {
      for (const { scope } of registration.permissions) expect(text).toContain(scope);
      const asked = text.match(/\b[A-Z]\w+\.Read(?:Write)?(?:\.\w+)?\b/g) ?? [];
      expect(asked.filter((scope) => scope.includes('Write'))).toEqual(
        text.startsWith('Connect-MgGraph') ? ['Application.ReadWrite.All'] : [],
      );
      expect(text).not.toMatch(/secret|password/i);
    }
  });

  test('name both browsers’ redirect addresses as a single-page app, in the right cloud', () => {
    expect(powerShell(registration)).toContain('-Environment USGov ');
    expect(azureCli(registration)).toContain('https://graph.microsoft.us/v1.0/');
    expect(JSON.parse(manifest(registration)).spa.redirectUris).toEqual(registration.redirects);
  });

  test('list each permission by its id in the manifest of the worldwide cloud', () => {
    const [access, ...more] = JSON.parse(
      manifest({ ...registration, cloud: 'global' }),
    ).requiredResourceAccess;

    expect(more).toEqual([]);
    expect(access.resourceAppId).toBe('00000003-0000-0000-c000-000000000000');
    expect(access.resourceAccess).toEqual(SCOPES.map(({ id }) => ({ id, type: 'Scope' })));
  });

  test('leave permissions out of the manifest where their ids are not known', () => {
    expect(JSON.parse(manifest(registration))).not.toHaveProperty('requiredResourceAccess');
  });
});
