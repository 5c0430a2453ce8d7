/** Waits for what a page is about to show: under load it answers late, and a look at once sees what was before. */

const PATIENCE_MS = 15_000;

/** Looks again until `look` throws no more; what it throws after 15 s is the test's failure. */
export async function eventually(look: () => Promise<void>): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      await look();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
