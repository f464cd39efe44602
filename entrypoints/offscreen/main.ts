import { msalHost } from '@/utils/auth/msal-host.ts';
import { serveSignIn } from '@/utils/auth/offscreen.ts';

serveSignIn(msalHost);
