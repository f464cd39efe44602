/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'content-is-data',
      comment: 'Guides and portals describe; they never compute. They import only the vocabulary.',
      severity: 'error',
      from: { path: '^(guides|portals)/' },
      to: { pathNot: '^(guides|portals|utils/domain)/' },
    },
    {
      name: 'domain-depends-on-nothing',
      severity: 'error',
      from: { path: '^utils/domain/' },
      to: { pathNot: '^utils/domain/' },
    },
    {
      name: 'checks-are-pure',
      comment:
        'Transitively: no DOM, browser API, network client or token can be reached from a check.',
      severity: 'error',
      from: { path: '^utils/checks/' },
      to: {
        reachable: true,
        path: '^(entrypoints|components|utils/(auth|graph|locator|messaging|ring|state))/|(^|node_modules/)(@azure|@microsoft|webextension-polyfill|wxt|dom-accessibility-api)/',
      },
    },
    {
      name: 'one-room-for-graph',
      severity: 'error',
      from: { pathNot: '^utils/graph/' },
      to: { path: 'node_modules/@microsoft/microsoft-graph-client/' },
    },
    {
      name: 'one-room-for-sign-in',
      severity: 'error',
      from: { pathNot: '^utils/auth/' },
      to: { path: 'node_modules/@azure/msal-browser/' },
    },
    {
      name: 'dom-rooms-know-no-browser-api',
      severity: 'error',
      from: { path: '^utils/(locator|ring|panel-host)/' },
      to: {
        path: '^utils/(auth|checks|graph|messaging|state|policy)/|(^|node_modules/)(webextension-polyfill|wxt|preact)/',
      },
    },
    {
      name: 'views-take-values',
      comment:
        'Components turn values into elements and events into callbacks; they reach nothing else.',
      severity: 'error',
      from: { path: '^components/' },
      to: {
        path: '^utils/(auth|checks|graph|locator|messaging|panel-host|ring|state)/|(^|node_modules/)(webextension-polyfill|wxt|@azure|@microsoft)/',
      },
    },
    {
      name: 'browser-api-at-the-edges',
      severity: 'error',
      from: {
        pathNot: '^(entrypoints|tests|utils/(auth|background|messaging|policy|state)|wxt\\.config)',
      },
      to: { path: '(^|node_modules/)(webextension-polyfill|wxt)/' },
    },
    {
      name: 'nobody-imports-entrypoints',
      severity: 'error',
      from: { pathNot: '^(entrypoints|tests)/' },
      to: { path: '^entrypoints/' },
    },
    {
      name: 'shipped-code-knows-no-tests',
      severity: 'error',
      from: { path: '^(entrypoints|components|guides|portals|utils)/' },
      to: { path: '^(simulator|scripts|tests)/' },
    },
    {
      name: 'simulator-knows-no-product',
      comment:
        'The simulated tenant models Microsoft, not Waymark: a shared bug would hide itself.',
      severity: 'error',
      from: { path: '^simulator/' },
      to: { path: '^(entrypoints|components|guides|portals|utils|tests|scripts)/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
  },
};
