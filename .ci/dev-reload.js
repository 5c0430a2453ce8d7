/** Part of the page under `npm run dev` only: loads it again after each build. */
/* global EventSource, location -- it runs in the page */
new EventSource('/dev-reload').onmessage = () => location.reload();
