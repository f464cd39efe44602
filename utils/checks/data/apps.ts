/**
 * The Partner Center API, the app whose sign-ins must need MFA.
 * Source: https://learn.microsoft.com/partner-center/developer/partner-center-authentication
 */
export const PARTNER_CENTER_API = 'fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd';

/** Partner Center as sign-in records name it: the API, the web portal, a second listing of it. */
export const PARTNER_CENTER_APPS: readonly string[] = [
  PARTNER_CENTER_API,
  '4990cffe-04e8-4e8b-808a-1175604b879f',
  'fabfbdc4-5751-471c-ac43-3826fa1afc31',
];
