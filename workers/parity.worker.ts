import { exposeService } from '../src/bridge/expose-service.ts';
import { parityService } from '../src/parity/parity-service.ts';

exposeService(parityService);
