import { type BackendInfo, useBackend } from '../nn/backend/use-backend.ts';
import { createGenerationService } from '../pipeline/local-generation-service.ts';
import type { ReferenceCheck } from '../pipeline/self-test/check-reference.ts';
import { selfTestBundle } from '../pipeline/self-test/self-test-bundle.ts';
import type { CaseOutcome } from './case-report.ts';
import { PARITY_CASES } from './cases/index.ts';
import { httpGoldenFolder } from './http-golden-folder.ts';
import { type ParityOptions, runParity } from './run-parity.ts';

/** What the parity worker offers to the page that the command line opens in a browser. */
export interface ParityService {
  /** Starts WebGPU and says on what device. */
  start(): Promise<BackendInfo>;
  /** Runs the cases of the folder served at `base` and tells each outcome. */
  run(
    base: string,
    options: ParityOptions,
    onOutcome: (outcome: CaseOutcome) => void | Promise<void>,
  ): Promise<void>;
  /** Makes the references of the bundle served at `base` and tells how far each is from the original's. */
  selfTest(base: string, onCheck: (check: ReferenceCheck) => void | Promise<void>): Promise<void>;
}

/** Parity on WebGPU: the very code that runs in Node on the other backends. */
export const parityService: ParityService = {
  start: () => useBackend('webgpu'),
  async run(base, options, onOutcome) {
    const folder = httpGoldenFolder(base);
    for await (const outcome of runParity(folder, PARITY_CASES, options)) await onOutcome(outcome);
  },
  async selfTest(base, onCheck) {
    const networks = createGenerationService();
    await networks.start('webgpu');
    const { read } = httpGoldenFolder(base);
    for await (const check of selfTestBundle(read, networks)) await onCheck(check);
  },
};
