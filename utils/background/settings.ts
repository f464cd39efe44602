import type { SettingsReport } from '../domain/settings-report.ts';
import { words } from '../domain/words.ts';
import { examineSettings } from '../policy/examine-settings.ts';
import { readSettings } from '../policy/read-settings.ts';
import type { Settings } from '../policy/settings.ts';
import type { Background } from './background.ts';

export async function settingsReport(background: Background): Promise<SettingsReport> {
  const [{ settings: policy, received }, { local }] = await Promise.all([
    background.policy(),
    background.store.read(),
  ]);
  const own = local.settings;
  return { policy, own, settings: examineSettings(received, own, [background.guide.id]) };
}

/**
 * Stores what the administrator set. A value that does not fit is refused with a notice and the
 * one before stays; an empty one removes the setting.
 */
export async function saveSettings(
  { store, guide }: Background,
  given: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { settings, ignored } = readSettings(given, [guide.id]);
  const removed = Object.keys(given).filter((name) => given[name] === '');
  await store.update((state) => {
    const kept = Object.entries(state.local.settings).filter(([name]) => !removed.includes(name));
    const own = { ...Object.fromEntries(kept), ...settings } as Settings;
    const { notice: _, ...session } = state.session;
    const [first] = ignored;
    const notice =
      first && words('notice.setting', { name: first.name, value: String(first.value) });
    return {
      local: { ...state.local, settings: own },
      session: notice ? { ...session, notice } : session,
    };
  });
}
