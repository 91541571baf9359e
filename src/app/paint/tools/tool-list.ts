import {
  Brush,
  CircleDot,
  Eraser,
  Expand,
  Hand,
  Lasso,
  type LucideIcon,
  Merge,
  MousePointer2,
  PaintBucket,
  Pentagon,
  Pipette,
  ScissorsLineDashed,
  Split,
} from 'lucide-react';

/** What the pointer does on the label map. */
export type ToolName =
  | 'select'
  | 'brush'
  | 'eraser'
  | 'polygon'
  | 'lasso'
  | 'fill'
  | 'pick'
  | 'cut'
  | 'merge'
  | 'split'
  | 'grow'
  | 'nucleus'
  | 'pan';

/** A tool as the palette shows it. */
export interface ToolEntry {
  name: ToolName;
  icon: LucideIcon;
  /** The key that chooses it, in small letters. */
  key: string;
  /** Set apart from the tool before it. */
  opensGroup?: boolean;
}

/** Every tool in the palette's order: move, draw, take from the map, change cells, look around. */
export const TOOLS: readonly ToolEntry[] = [
  { name: 'select', icon: MousePointer2, key: 'v' },
  { name: 'brush', icon: Brush, key: 'b', opensGroup: true },
  { name: 'eraser', icon: Eraser, key: 'e' },
  { name: 'polygon', icon: Pentagon, key: 'p' },
  { name: 'lasso', icon: Lasso, key: 'l' },
  { name: 'fill', icon: PaintBucket, key: 'f' },
  { name: 'nucleus', icon: CircleDot, key: 'u' },
  { name: 'pick', icon: Pipette, key: 'i' },
  { name: 'cut', icon: ScissorsLineDashed, key: 'c', opensGroup: true },
  { name: 'merge', icon: Merge, key: 'm' },
  { name: 'split', icon: Split, key: 'w' },
  { name: 'grow', icon: Expand, key: 'g' },
  { name: 'pan', icon: Hand, key: 'h', opensGroup: true },
];

/** Tools that leave a stroke as wide as they are. */
export function hasSize(tool: ToolName): boolean {
  return tool === 'brush' || tool === 'eraser' || tool === 'nucleus';
}
