/** Small choices that this browser remembers between two visits, where it may. */

const KEYS = { met: 'cchc.met', keepsNothing: 'cchc.keeps-nothing' } as const;
type Choice = keyof typeof KEYS;

/** Whether the choice was made; null where the browser lets the page remember nothing. */
export function isChosen(choice: Choice): boolean | null {
  try {
    return window.localStorage.getItem(KEYS[choice]) !== null;
  } catch {
    return null;
  }
}

export function choose(choice: Choice, isOn: boolean): void {
  try {
    if (isOn) window.localStorage.setItem(KEYS[choice], '1');
    else window.localStorage.removeItem(KEYS[choice]);
  } catch {
    // It holds as long as the page is open.
  }
}
