import { checkStep } from '../dataset/tools/check-step.ts';
import { DEFAULT_STEPS, TOOL_NAMES, type ToolStep } from '../dataset/tools/tool-step.ts';
import type { ToolsSlice } from './tools-slice.ts';

const KEY = 'cytoforge-tools';

/** The stored settings laid over the defaults, where they are of the same kinds and within their ranges. */
function merged(fallback: ToolStep, stored: unknown): ToolStep {
  if (typeof stored !== 'object' || stored === null) return fallback;
  const same = Object.entries(fallback).map(([key, value]) => {
    const other = (stored as Record<string, unknown>)[key];
    const fits =
      JSON.stringify(other) !== undefined &&
      (typeof other === typeof value || key === 'level') &&
      Array.isArray(other) === Array.isArray(value);
    return [key, fits ? other : value];
  });
  const step = Object.fromEntries(same) as ToolStep;
  try {
    checkStep(step);
    return step;
  } catch {
    return fallback;
  }
}

/** The settings of all tools as they were left; the defaults where nothing usable is stored. */
export function readSteps(): ToolsSlice['toolSteps'] {
  let stored: Record<string, unknown> = {};
  try {
    stored = JSON.parse(globalThis.localStorage?.getItem(KEY) ?? '{}') ?? {};
  } catch {
    stored = {};
  }
  const steps = TOOL_NAMES.map((name) => [name, merged(DEFAULT_STEPS[name], stored[name])]);
  return Object.fromEntries(steps) as ToolsSlice['toolSteps'];
}

/** Keeps the settings; where storage is forbidden the page forgets them, nothing else. */
export function writeSteps(steps: ToolsSlice['toolSteps']): void {
  try {
    globalThis.localStorage?.setItem(KEY, JSON.stringify(steps));
  } catch {
    return;
  }
}
