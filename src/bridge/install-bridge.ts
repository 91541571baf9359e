import { type TransferHandler, transferHandlers } from 'comlink';
import { abortTransfer } from './abort-transfer.ts';
import { errorTransfer } from './error-transfer.ts';

let installed = false;

/** Teaches Comlink our errors and abort signals; called on both sides before anything is sent. */
export function installBridge(): void {
  if (installed) return;
  installed = true;
  const original = transferHandlers.get('throw');
  if (!original) throw new Error('Comlink has no handler for thrown values.');
  transferHandlers.set('throw', errorTransfer(original.canHandle));
  transferHandlers.set('abort-signal', abortTransfer as TransferHandler<unknown, unknown>);
}
