import { create } from 'zustand';

/** The shell's own surface. */
interface ShellSurface {
  helpOpen: boolean;
}

/** Whether the list of shortcuts is open. */
export const useShell = create<ShellSurface>()(() => ({ helpOpen: false }));

/** Changes the shell's surface. */
export const setShell = useShell.setState;
