declare module 'addons-linter' {
  type Message = Readonly<{ code: string; file: string; message: string }>;
  type Linter = Readonly<{
    run: () => Promise<unknown>;
    output: Readonly<{ errors: readonly Message[]; warnings: readonly Message[] }>;
  }>;
  const linter: { createInstance: (options: object) => Linter };

  export { linter as default };
}
