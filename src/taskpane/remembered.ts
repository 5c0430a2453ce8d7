/** Small choices that the browser stores between visits, if it allows storage. */

const KEYS = { met: 'cchc.met', keepsNothing: 'cchc.keeps-nothing' } as const;
type Choice = keyof typeof KEYS;

/** Whether the choice was made; null if the browser allows no storage. */
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
    // Without storage the choice is not remembered.
  }
}
