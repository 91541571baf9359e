import type { DropRule } from '../shell/drop-rule.ts';

/** What may be dropped here. */
export const spotsDropRules: readonly DropRule[] = [];
