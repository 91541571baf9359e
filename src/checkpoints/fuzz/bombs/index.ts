import type { Bomb } from './bomb.ts';
import { HEADER_BOMBS } from './header-bombs.ts';
import { NETWORK_BOMBS } from './network-bombs.ts';
import { PICKLE_BOMBS } from './pickle-bombs.ts';
import { ZIP_BOMBS } from './zip-bombs.ts';

/** Files that must end within the bounds of `judgeReading`, and in little memory. */
export const BOMBS: Bomb[] = [...PICKLE_BOMBS, ...NETWORK_BOMBS, ...HEADER_BOMBS, ...ZIP_BOMBS];
