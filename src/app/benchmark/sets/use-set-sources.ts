import { useStudio } from '../../../store/studio-store.ts';

/** A set that this page has already: what it is called and how many samples it has. */
export interface PageSet {
  name: string;
  count: number;
}

/** The sets that need no opening: the one exported last, and the one that Data set has open. */
export function useSetSources(): { exported: PageSet | null; opened: PageSet | null } {
  const job = useStudio((state) => state.exportJob);
  const dataset = useStudio((state) => state.openedDataset);
  const isThere = job && job.done > 0 && ['done', 'cancelled'].includes(job.status);
  return {
    exported: isThere ? { name: job.fileName, count: job.done } : null,
    opened: dataset?.set ? { name: dataset.name, count: dataset.set.count } : null,
  };
}
