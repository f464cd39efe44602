import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const shared = {
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
} as const;

/**
 * Five kinds of test. `unit` needs no browser (a file that needs elements says
 * `// @vitest-environment happy-dom`), `conventions` is about the repository itself, `e2e` drives
 * the production builds against the simulated tenant, `states` draws every state of our pages
 * without one. `walks` are whole walks of minutes each that nobody should wait for after every
 * change: `npm run nightly` plays them.
 */
export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: ['tests/{utils,components,simulator,scripts,entrypoints}/**/*.test.{ts,tsx}'],
          // `npm test` runs them on what the browser leaves of the processor.
          testTimeout: 30_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'conventions',
          include: ['tests/conventions/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: ['tests/e2e/{states,walks}/**'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'states',
          include: ['tests/e2e/states/*.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'walks',
          include: ['tests/e2e/walks/*.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
