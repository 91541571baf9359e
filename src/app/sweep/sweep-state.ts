import { create } from 'zustand';

/** How many steps the sweep has. */
export const useSweep = create<{ count: number }>()(() => ({ count: 13 }));
