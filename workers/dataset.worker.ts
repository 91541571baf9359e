import { exposeService } from '../src/bridge/expose-service.ts';
import { blobSource } from '../src/checkpoints/blob-source.ts';
import { createDatasetService } from '../src/services/dataset-service.ts';

exposeService(createDatasetService(blobSource));
