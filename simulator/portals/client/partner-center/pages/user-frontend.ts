import { frontend } from '../frontend.ts';

/** The user management micro-frontend, shared by its four pages. */
export const { control, page } = frontend('usermgmt');
