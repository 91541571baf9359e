import { exposeService } from '../src/bridge/expose-service.ts';
import { blobSource } from '../src/checkpoints/blob-source.ts';
import { createCheckpointService } from '../src/services/checkpoint-service.ts';
import { bundleFolder } from '../src/services/opfs/bundle-folder.ts';

exposeService(createCheckpointService(bundleFolder, blobSource));
