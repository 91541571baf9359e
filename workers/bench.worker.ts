import { exposeService } from '../src/bridge/expose-service.ts';
import { allowAllCores } from '../src/nn/backend/allow-all-cores.ts';
import { WASM_URLS } from '../src/nn/backend/wasm-urls.ts';
import { createBenchService } from '../src/pipeline/bench-service.ts';

allowAllCores();
exposeService(createBenchService({ wasmPaths: WASM_URLS }));
