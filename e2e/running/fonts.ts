import { existsSync } from 'node:fs';
import { installPackages } from './install-packages.ts';

/** The letters of the committed layouts: another font has other widths. Debian's packages. */
const FONTS = {
  'fonts-dejavu-core': '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf',
  'fonts-noto-cjk': '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
};

/** Names of the page's fonts in the committed layouts. */
export const LAYOUT_FONTS = {
  sans: '"DejaVu Sans", "Noto Sans CJK SC"',
  mono: '"DejaVu Sans Mono", "Noto Sans CJK SC"',
};

/** Whether this machine has them. */
export function fontsAreThere(): boolean {
  return Object.values(FONTS).every((path) => existsSync(path));
}

/** Installs what is missing of them, where `apt-get` exists and may be used. */
export function ensureFonts(): void {
  if (!fontsAreThere()) installPackages(Object.keys(FONTS));
}
