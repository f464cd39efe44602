import rows from './malformed.json' with { type: 'json' };

/** A configuration that is wrong in one thing, and what must be said of it. */
export type Malformed = Readonly<{
  why: string;
  /** The file as it is. */
  text: string;
  at: string;
  says: string;
}>;

type Row = Readonly<{
  why: string;
  text?: string;
  config?: unknown;
  set?: Readonly<Record<string, unknown>>;
  unset?: string;
  at: string;
  says: string;
}>;

const GOOD = {
  organisation: 'Contoso',
  packages: 'https://it.contoso.com/waymark/',
  settings: { tenantId: '0f1e2d3c-4b5a-4678-8a9b-0c1d2e3f4a5b' },
};

export const MALFORMED: readonly Malformed[] = (rows as readonly Row[]).map((row) => ({
  why: row.why,
  text: row.text ?? JSON.stringify('config' in row ? row.config : changed(row)),
  at: row.at,
  says: row.says,
}));

function changed({ set = {}, unset }: Row): unknown {
  const config: Record<string, unknown> = { ...GOOD, settings: { ...GOOD.settings } };
  for (const [path, value] of Object.entries(set)) {
    const [first = '', second] = path.split('.');
    if (second) config[first] = { ...(config[first] as object), [second]: value };
    else config[first] = value;
  }
  if (unset) delete config[unset];
  return config;
}
