import { VIEWS } from '../../tests/fixtures/views/index.ts';
import { OPTIONS } from '../../tests/fixtures/views/options.ts';
import { LANGUAGES } from '../../utils/i18n/languages.ts';

export type Picture = Readonly<{
  name: string;
  query: string;
  widthPx: number;
  /** Page to draw, at its full height; absent: the panel. */
  page?: 'options' | 'report';
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

function page(name: 'options' | 'report', query: string, widthPx: number): Picture {
  return { name: `${name}, ${query}, ${widthPx} px`, query, widthPx, page: name };
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
  options: [
    ...Object.keys(OPTIONS).map((view) => page('options', `view=${view}`, 1100)),
    page('options', 'view=under-policy&theme=dark', 1100),
    page('options', 'view=under-policy&lang=de', 400),
    page('options', 'view=first-run&lang=ar-XB', 1100),
  ],
  report: [
    page('report', 'view=complete', 900),
    page('report', 'view=half-way&named', 900),
    page('report', 'view=half-way&lang=de&theme=dark', 900),
    page('report', 'view=complete&lang=ar-XB', 420),
  ],
  forced: TELLING.map((view) => ({ ...panel(view, ''), forced: true as const })),
};
