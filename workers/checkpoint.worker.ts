import { exposeService } from '../src/bridge/expose-service.ts';
import { transferBuffers } from '../src/bridge/transfer-buffers.ts';
import { blobSource } from '../src/checkpoints/blob-source.ts';
import {
  type CheckpointService,
  createCheckpointService,
} from '../src/services/checkpoint-service.ts';
import { bundleFolder } from '../src/services/opfs/bundle-folder.ts';

const service = createCheckpointService(bundleFolder, blobSource);

const overBridge: CheckpointService = {
  ...service,
  read: async (sha256) => transferBuffers(await service.read(sha256)),
};

exposeService(overBridge);
