import { exposeService } from '../src/bridge/expose-service.ts';
import { browserLocks } from '../src/services/export-locks.ts';
import { createExportService } from '../src/services/export-service.ts';
import { exportFolder } from '../src/services/opfs/export-folder.ts';

exposeService(createExportService(exportFolder, browserLocks));
