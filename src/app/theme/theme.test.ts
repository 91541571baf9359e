import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { resolvedTheme } from './theme.ts';

describe('the theme', () => {
  it('follows the system only when told to', () => {
    expect(resolvedTheme('system', true)).toBe('light');
    expect(resolvedTheme('system', false)).toBe('dark');
    expect(resolvedTheme('dark', true)).toBe('dark');
    expect(resolvedTheme('light', false)).toBe('light');
  });

  it('gives every colour of the light theme a dark one', () => {
    const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
    const [dark, light] = css.split(':root[data-theme="light"]');
    const names = (part: string) => new Set(part.match(/--[\w-]+(?=:)/g));
    expect([...names(light.split('@media')[0])].filter((name) => !names(dark).has(name))).toEqual(
      [],
    );
  });
});
