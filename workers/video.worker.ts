import { exposeService } from '../src/bridge/expose-service.ts';
import { createVideoService } from '../src/services/video-service.ts';

exposeService(createVideoService());
