/** Path of the browser for tests; separate from programs.ts so that the bench, which is not a test, can use it too. */
import { existsSync } from 'node:fs';

export const CHROMIUM =
  ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path)) ??
  'chromium';
