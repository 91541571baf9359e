import { exposeService } from '../src/bridge/expose-service.ts';
import { transferBuffers } from '../src/bridge/transfer-buffers.ts';
import { blobSource } from '../src/checkpoints/blob-source.ts';
import { resultFolder } from '../src/services/tools/result-folder.ts';
import { createToolsService, type ToolsService } from '../src/services/tools-service.ts';

const service = createToolsService(blobSource, resultFolder);

const overBridge: ToolsService = {
  ...service,
  preview: async (step, rolesBy) => transferBuffers(await service.preview(step, rolesBy)),
};

exposeService(overBridge);
