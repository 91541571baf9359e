import { create } from 'zustand';

/** The shell's own surface. */
interface ShellSurface {
  helpOpen: boolean;
  /** The settings of a workspace on a narrow screen. */
  sideOpen: boolean;
}

/** What of the shell is open. */
export const useShell = create<ShellSurface>()(() => ({ helpOpen: false, sideOpen: false }));

/** Changes the shell's surface. */
export const setShell = useShell.setState;
