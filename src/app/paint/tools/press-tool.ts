import { pressFill, pressGrow, pressPick, pressSplit } from './cell-tools.ts';
import { pressCut, pressMerge } from './line-tool.ts';
import { pressLasso, pressPolygon } from './outline-tool.ts';
import { pressSelect } from './select-tool.ts';
import { pressStroke } from './stroke-tool.ts';
import type { ToolName } from './tool-list.ts';
import type { ToolPress } from './tool-press.ts';

/** What a press with each tool begins; the pan tool's is the view's. */
export const PRESS_OF_TOOL: Record<Exclude<ToolName, 'pan'>, ToolPress> = {
  select: pressSelect,
  brush: pressStroke('brush'),
  eraser: pressStroke('eraser'),
  nucleus: pressStroke('nucleus'),
  polygon: pressPolygon,
  lasso: pressLasso,
  fill: pressFill,
  pick: pressPick,
  cut: pressCut,
  merge: pressMerge,
  split: pressSplit,
  grow: pressGrow,
};
