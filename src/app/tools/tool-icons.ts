import {
  Contrast,
  Crop,
  FlipHorizontal2,
  Layers2,
  type LucideIcon,
  Package,
  PaintBucket,
  Scaling,
  Split,
} from 'lucide-react';
import type { ToolName } from '../../dataset/tools/tool-step.ts';

/** A picture for each tool. */
export const TOOL_ICONS: Record<ToolName, LucideIcon> = {
  threshold: Contrast,
  flood: PaintBucket,
  augment: FlipHorizontal2,
  combine: Layers2,
  resize: Scaling,
  crop: Crop,
  stylegan: Package,
  split: Split,
};
