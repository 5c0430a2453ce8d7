/** Waits until a page shows its result: under load it responds late, and an immediate look sees the earlier state. */

const PATIENCE_MS = 15_000;

/** Repeats `look` until it no longer throws; after 15 s its error fails the test. */
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
