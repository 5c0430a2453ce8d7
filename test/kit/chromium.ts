/** Where the browser of the tests is; apart from programs.ts, so that the bench, which is no test, can ask as well. */
import { existsSync } from 'node:fs';

export const CHROMIUM =
  ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path)) ??
  'chromium';
