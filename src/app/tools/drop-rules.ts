import type { DropRule } from '../shell/drop-rule.ts';

/** What may be dropped here. */
export const toolsDropRules: readonly DropRule[] = [];
