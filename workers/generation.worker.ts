import { exposeService } from '../src/bridge/expose-service.ts';
import { transferBuffers } from '../src/bridge/transfer-buffers.ts';
import { WASM_URLS } from '../src/nn/backend/wasm-urls.ts';
import type { GenerationService } from '../src/pipeline/generation-service.ts';
import { createGenerationService } from '../src/pipeline/local-generation-service.ts';

const service = createGenerationService({ wasmPaths: WASM_URLS });

const overBridge: GenerationService = {
  ...service,
  makeRawMask: async (recipe, signal) => transferBuffers(await service.makeRawMask(recipe, signal)),
  makeSample: async (recipe, signal) => transferBuffers(await service.makeSample(recipe, signal)),
  inspectLayers: async (recipe, question, signal) =>
    transferBuffers(await service.inspectLayers(recipe, question, signal)),
  makeLatents: async (recipe) => transferBuffers(await service.makeLatents(recipe)),
  encodeStyles: async (request, signal) =>
    transferBuffers(await service.encodeStyles(request, signal)),
};

exposeService(overBridge);
