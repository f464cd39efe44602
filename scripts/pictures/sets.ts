import { VIEWS } from '../../tests/fixtures/views/index.ts';
import { LANGUAGES } from '../../utils/i18n/languages.ts';

export type Picture = Readonly<{
  name: string;
  query: string;
  widthPx: number;
  heightPx?: number;
  /** Page to draw; absent: the panel. */
  page?: string;
  forced?: true;
}>;

const NAMES = Object.keys(VIEWS);

/** A few views that together hold every kind of part. */
const TELLING = ['admin-agent', 'wait', 'role-missing', 'wrong-account', 'finished'];

function panel(view: string, query: string, widthPx = 360): Picture {
  return {
    name: `${view}, ${query || 'light'}, ${widthPx} px`,
    query: `view=${view}&${query}`,
    widthPx,
  };
}

/** Every sheet by name. `npm run pictures light` draws one. */
export const SETS: Readonly<Record<string, readonly Picture[]>> = {
  light: NAMES.map((view) => panel(view, 'theme=light')),
  dark: NAMES.map((view) => panel(view, 'theme=dark')),
  narrow: NAMES.map((view) => panel(view, 'theme=light&open', 320)),
  wide: TELLING.map((view) => panel(view, 'theme=dark&open', 480)),
  languages: [...LANGUAGES, 'en-XA', 'ar-XB'].flatMap((language) =>
    ['signed-out', ...TELLING].map((view) => panel(view, `lang=${language}`)),
  ),
  'large-text': NAMES.flatMap((view) => [
    panel(view, 'text=200', 320),
    panel(view, 'text=200', 480),
  ]),
  forced: TELLING.map((view) => ({ ...panel(view, ''), forced: true as const })),
};
