declare module 'addons-linter' {
  type Message = Readonly<{ code: string; file: string; message: string }>;
  type Linter = Readonly<{
    run: () => Promise<unknown>;
    output: Readonly<{ errors: readonly Message[]; warnings: readonly Message[] }>;
  }>;
  export function createInstance(options: object): Linter;
}
