import * as v from 'valibot';
import { recipeFields } from '../pipeline/parse-recipe.ts';
import type { StylePalette } from '../pipeline/recipe.ts';

const KEY = 'cytoforge.palettes';
/** More than so many nobody tells apart; the oldest goes. */
const MOST_PALETTES = 6;

/** Where palettes outlive the page; a test passes its own. */
export type PaletteStorage = Pick<Storage, 'getItem' | 'setItem'>;

const schema = v.array(v.nonNullable(recipeFields.style.entries.palette));

/** The palettes kept by the browser; none where storage is forbidden or holds something else. */
export function readPalettes(storage: () => PaletteStorage = () => localStorage): StylePalette[] {
  try {
    const result = v.safeParse(schema, JSON.parse(storage().getItem(KEY) ?? '[]'));
    return result.success ? result.output : [];
  } catch {
    return [];
  }
}

/** Keeps them; a browser without storage forgets them with the page. */
export function writePalettes(
  palettes: StylePalette[],
  storage: () => PaletteStorage = () => localStorage,
): void {
  try {
    storage().setItem(KEY, JSON.stringify(palettes));
  } catch {
    return;
  }
}

/** The list with one more at its end; one of the same name gives way. */
export function withPalette(
  palettes: readonly StylePalette[],
  added: StylePalette,
): StylePalette[] {
  return [...palettes.filter(({ name }) => name !== added.name), added].slice(-MOST_PALETTES);
}

/** A short name for a palette's content (FNV-1a), by which a link refers to one that is kept. */
export function paletteHash(palette: StylePalette): string {
  let hash = 0x811c9dc5;
  for (const letter of JSON.stringify(palette)) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}
