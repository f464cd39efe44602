import { createInstance } from 'addons-linter';
import { expect, test } from 'vitest';
import { read, table } from '../../conventions/repository.ts';

const DOCUMENT = 'docs/deployment/packaging.md';

/** The checks that addons.mozilla.org makes of what is handed in. */
test(`Mozilla's linter finds no error, and warns of what ${DOCUMENT} explains and nothing else`, async () => {
  const instance = createInstance({
    config: {
      _: ['.output/firefox-mv3'],
      logLevel: 'fatal',
      output: 'none',
      stack: false,
      warningsAsErrors: false,
      selfHosted: false,
      shouldScanFile: () => true,
    },
    runAsBinary: false,
  });
  await instance.run();
  const explained = table(read(DOCUMENT), 'What the linter says').map(([warning]) => warning);
  const { errors, warnings } = instance.output;
  // A library that is in two scripts is warned of twice.
  const said = [...new Set(warnings.map(({ message }) => message))];

  expect(errors).toEqual([]);
  expect(said.sort()).toEqual(explained.sort());
});
