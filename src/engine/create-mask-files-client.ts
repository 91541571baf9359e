import type { MaskFilesService, MasksOfFiles } from '../services/mask-files-service.ts';
import { reopening } from './reopening.ts';
import type { WorkerLink } from './worker-link.ts';

/** Reads dropped masks off the page. */
export interface MaskFilesClient {
  /**
   * The label maps of files, and which of the files are none.
   * @throws CytoForgeError `worker-crashed` when memory ran out, say.
   */
  read(files: File[]): Promise<MasksOfFiles>;
}

/** The worker starts at the first drop, and ends after each: pictures are large, drops are rare. */
export function createMaskFilesClient(spawn: () => WorkerLink<MaskFilesService>): MaskFilesClient {
  const worker = reopening(spawn);
  return {
    async read(files) {
      try {
        return await worker.call((service) => service.read(files));
      } finally {
        worker.end();
      }
    },
  };
}
