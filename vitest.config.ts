import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const shared = {
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
} as const;

/**
 * Three kinds of test. `unit` needs no browser (a file that needs elements says
 * `// @vitest-environment happy-dom`), `conventions` is about the repository itself, `e2e` drives
 * the production build in Chromium against the simulated tenant.
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
          // A browser waits most of the time; a third one would make the others late.
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
