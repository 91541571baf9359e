import { exposeService } from '../src/bridge/expose-service.ts';
import { transferBuffers } from '../src/bridge/transfer-buffers.ts';
import { blobSource } from '../src/checkpoints/blob-source.ts';
import { WASM_URLS } from '../src/nn/backend/wasm-urls.ts';
import { createSegmentationSession } from '../src/segmentation/segmentation-session.ts';
import { browserShelf } from '../src/services/benchmark/browser-shelf.ts';
import {
  type BenchmarkService,
  createBenchmarkService,
} from '../src/services/benchmark-service.ts';

const session = createSegmentationSession({ wasmPaths: WASM_URLS });
const service = createBenchmarkService(session, browserShelf, blobSource);

const overBridge: BenchmarkService = {
  ...service,
  inspect: async (order) => {
    const { image, truth, found } = await service.inspect(order);
    // The truth stays: the next algorithm runs on the same image.
    return transferBuffers({ image, truth: { ...truth, data: truth.data.slice() }, found });
  },
};

exposeService(overBridge);
