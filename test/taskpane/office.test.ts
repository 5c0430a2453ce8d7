/** The pane follows the theme of Office; in a browser without Office it follows the system. */
import { describe, expect, test } from '@jest/globals';
import { followTheme } from '../../src/taskpane/office';

type Page = Window & typeof globalThis;
const themed = (bodyBackgroundColor: string | undefined, prefersDark = false) => {
  const listeners = new Map<string, () => void>();
  const listen = {
    addEventListener: (name: string, heard: () => void) => {
      listeners.set(name, heard);
    },
    removeEventListener: (name: string) => {
      listeners.delete(name);
    },
  };
  const office = { context: { officeTheme: { bodyBackgroundColor } } };
  const page = { Office: office, matchMedia: () => ({ matches: prefersDark, ...listen }), ...listen };
  return { page: page as unknown as Page, office, listeners };
};

describe('the theme', () => {
  test.each([
    ['#FFFFFF', false],
    ['#e6e6e6', false],
    ['#262626', true],
    ['000000', true],
    ['#0F6CBD', true],
    [undefined, null],
    ['blue', null],
  ])('of Office with %s as its background is dark: %s', (colour, isDark) => {
    // If Office states no theme, the system's theme is followed.
    const told: boolean[] = [];
    for (const isSystemDark of [false, true]) followTheme(themed(colour, isSystemDark).page, (each) => told.push(each));
    expect(told).toEqual(isDark === null ? [false, true] : [isDark, isDark]);
  });

  test('of Office counts, and the system where Office says nothing', () => {
    const told: boolean[] = [];
    for (const { page } of [
      themed('#FFFFFF', true),
      themed('#262626', false),
      themed(undefined, true),
      themed(undefined, false),
    ])
      followTheme(page, (isDark) => told.push(isDark));
    const { page: alone } = themed(undefined, true);
    Reflect.deleteProperty(alone, 'Office');
    followTheme(alone, (isDark) => told.push(isDark));
    expect(told).toEqual([false, true, true, false, true]);
  });

  test('that changed meanwhile is seen when the officer comes back, until nobody asks any more', () => {
    const { page, office, listeners } = themed('#FFFFFF');
    const told: boolean[] = [];
    const stop = followTheme(page, (isDark) => told.push(isDark));
    office.context.officeTheme.bodyBackgroundColor = '#262626';
    listeners.get('focus')?.();
    expect(told).toEqual([false, true]);
    stop();
    expect(listeners.size).toBe(0);
  });
});
