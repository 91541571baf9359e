import { exposeService } from '../src/bridge/expose-service.ts';
import { createMaskFilesService } from '../src/services/mask-files-service.ts';

exposeService(createMaskFilesService());
