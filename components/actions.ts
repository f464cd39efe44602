/** Everything a reader can ask for in the panel. Views emit these; the page carries them out. */
export type PanelAction =
  | Readonly<{
      name:
        | 'look-around'
        | 'sign-in'
        | 'sign-out'
        | 'check-now'
        | 'bring-into-view'
        | 'focus-target'
        | 'confirm-account'
        | 'collapse'
        | 'tell-not'
        | 'options'
        | 'report'
        | 'diagnostics';
    }>
  | Readonly<{
      name: 'open-step' | 'show-me' | 'open-page' | 'attest' | 'withdraw' | 'grant' | 'tell-me';
      stepId: string;
    }>
  | Readonly<{
      name: 'answer';
      question: 'partnerTier' | 'integrationAccount';
      value: string;
    }>
  | Readonly<{ name: 'dock'; side: 'left' | 'right' }>
  | Readonly<{ name: 'language'; language: string }>;

export type Act = (action: PanelAction) => void;
