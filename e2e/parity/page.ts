import { proxy, wrap } from 'comlink';
import { installBridge } from '../../src/bridge/install-bridge.ts';
import { toPlainError } from '../../src/errors.ts';
import type { ParityPage } from '../../src/parity/parity-page.ts';
import type { ParityService } from '../../src/parity/parity-service.ts';

installBridge();
const worker = new Worker(new URL('../../workers/parity.worker.ts', import.meta.url), {
  type: 'module',
});
const service = wrap<ParityService>(worker);
const page = globalThis as unknown as ParityPage;
worker.addEventListener('error', ({ message }) => page.reportCrash(message));

page.startParity = async () => {
  try {
    return { info: await service.start() };
  } catch (error) {
    return { error: toPlainError(error) };
  }
};
page.runParity = async (options) => {
  try {
    await service.run('/goldens', options, proxy(page.reportOutcome));
    return {};
  } catch (error) {
    return { error: toPlainError(error) };
  }
};
page.runSelfTest = async () => {
  try {
    await service.selfTest('/goldens', proxy(page.reportOutcome));
    return {};
  } catch (error) {
    return { error: toPlainError(error) };
  }
};
