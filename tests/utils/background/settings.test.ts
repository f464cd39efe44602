import { expect, test } from 'vitest';
import { settingsOf } from '@/utils/background/background.ts';
import { saveSettings, settingsReport } from '@/utils/background/settings.ts';
import { aState } from '../a-state.ts';
import { aBackground } from './a-background.ts';

test('what the organisation set goes before what the administrator set', async () => {
  const own = { cloud: 'china', language: 'de' } as const;
  const { background } = aBackground(aState({ local: { settings: own } }), { cloud: 'global' });

  expect((await settingsOf(background)).settings).toEqual({ cloud: 'global', language: 'de' });
  const { settings, ...whole } = await settingsReport(background);
  expect(whole).toEqual({ policy: { cloud: 'global' }, own });
  expect(settings.filter(({ by }) => by === 'policy' || by === 'you')).toMatchObject([
    { name: 'cloud', received: 'global', applies: 'global', by: 'policy' },
    { name: 'language', made: 'unset', applies: 'de', by: 'you' },
  ]);
});

test('a value that does not fit is refused in words, and the one before stays', async () => {
  const { background, state } = aBackground(aState({ local: { settings: { language: 'de' } } }));

  await saveSettings(background, { language: 'Deutsch', cloud: 'usgov' });

  expect(state().local.settings).toEqual({ language: 'de', cloud: 'usgov' });
  expect(state().session.notice).toEqual({
    id: 'notice.setting',
    values: { name: 'language', value: 'Deutsch' },
  });
});

test('an empty text removes a setting, and a sound save takes the notice away', async () => {
  const { background, state } = aBackground(
    aState({
      local: { settings: { language: 'de', cloud: 'usgov' } },
      session: { notice: { id: 'notice.setting' } },
    }),
  );

  await saveSettings(background, { language: '' });

  expect(state().local.settings).toEqual({ cloud: 'usgov' });
  expect(state().session.notice).toBeUndefined();
});
