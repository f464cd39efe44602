import { DIAGNOSTICS } from '../../tests/fixtures/views/diagnostics.ts';
import { VIEWS } from '../../tests/fixtures/views/index.ts';
import { OPTIONS } from '../../tests/fixtures/views/options.ts';
import { REPORTS } from '../../tests/fixtures/views/report.ts';
import { LANGUAGES } from '../../utils/i18n/languages.ts';

export type PageName = 'options' | 'report' | 'diagnostics' | 'notify';

export type Picture = Readonly<{
  name: string;
  query: string;
  widthPx: number;
  /** Page to draw, at its full height; absent: the panel. */
  page?: PageName;
  forced?: true;
}>;

const NAMES = Object.keys(VIEWS);

/** Every page beside the panel, with the names of its states. */
export const PAGES: Readonly<Record<PageName, readonly string[]>> = {
  options: Object.keys(OPTIONS),
  report: Object.keys(REPORTS),
  diagnostics: Object.keys(DIAGNOSTICS),
  notify: ['question'],
};

/** A few views that together hold every kind of part, with what the documentation calls them. */
const SHOWN = {
  'admin-agent': 'A step to do',
  wait: 'A wait',
  'role-missing': 'Cannot tell, and who can',
  'wrong-account': 'A wrong account',
  finished: 'Finished',
} as const;
const TELLING = Object.keys(SHOWN);

export const THEMES = ['light', 'dark', 'forced'] as const;
export const LOOKED_AT = ['en', 'de', 'ja'] as const;
export const PANEL_WIDTHS = [320, 400] as const;
export const PAGE_WIDTHS = [400, 1100] as const;

type Place = Readonly<{ theme: (typeof THEMES)[number]; language: string; widthPx: number }>;

function panel(view: string, query: string, widthPx = 360): Picture {
  return {
    name: `${view}, ${query || 'light'}, ${widthPx} px`,
    query: `view=${view}&${query}`,
    widthPx,
  };
}

/** One state of a page (or of the panel) in one theme, language and width. */
export function picture(
  view: string,
  { theme, language, widthPx }: Place,
  page?: PageName,
): Picture {
  const colours = theme === 'forced' ? '' : `&theme=${theme}`;
  return {
    name: `${page ?? 'panel'} ${view}, ${theme}, ${language}, ${widthPx} px`,
    query: `view=${view}&lang=${language}${colours}`,
    widthPx,
    ...(page ? { page } : {}),
    ...(theme === 'forced' ? { forced: true as const } : {}),
  };
}

/** The options page before set-up, with the deployment form open. */
function form(query: string, widthPx: number): Picture {
  const name = `options, ${query}, ${widthPx} px`;
  return { name, query: `view=first-run&${query}`, widthPx, page: 'options' };
}

/** Every state × two widths, for one theme and language. */
function everyState(theme: (typeof THEMES)[number], language: string): readonly Picture[] {
  const panels = PANEL_WIDTHS.flatMap((widthPx) =>
    NAMES.map((view) => picture(view, { theme, language, widthPx })),
  );
  const pages = Object.entries(PAGES).flatMap(([page, views]) =>
    PAGE_WIDTHS.flatMap((widthPx) =>
      views.map((view) => picture(view, { theme, language, widthPx }, page as PageName)),
    ),
  );
  return [...panels, ...pages];
}

const everything = THEMES.flatMap((theme) =>
  LOOKED_AT.map((language) => [`${theme}-${language}`, everyState(theme, language)] as const),
);

/** Every sheet by name. `npm run pictures light-de` draws one. */
export const SETS: Readonly<Record<string, readonly Picture[]>> = {
  docs: Object.entries(SHOWN).map(([view, name]) => ({ ...panel(view, 'theme=light'), name })),
  ...Object.fromEntries(everything),
  opened: NAMES.map((view) => panel(view, 'theme=light&open', 320)),
  languages: [...LANGUAGES, 'en-XA', 'ar-XB'].flatMap((language) =>
    ['signed-out', ...TELLING].map((view) => panel(view, `lang=${language}`)),
  ),
  'large-text': NAMES.flatMap((view) => [
    panel(view, 'text=200', 320),
    panel(view, 'text=200', 480),
  ]),
  deployment: [
    form('deploy=full', 1100),
    form('deploy=wrong&press&theme=dark', 1100),
    form('deploy=full&lang=de&text=200', 640),
    form('deploy=wrong&press&lang=fr', 320),
    form('deploy=full&lang=ja', 320),
    { ...form('deploy=full&lang=nl', 900), forced: true },
  ],
  'right-to-left': Object.entries(PAGES).flatMap(([page, views]) =>
    views.map((view) =>
      picture(view, { theme: 'light', language: 'ar-XB', widthPx: 1100 }, page as PageName),
    ),
  ),
};
