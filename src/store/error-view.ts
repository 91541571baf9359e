import { type PlainError, toPlainError } from '../errors.ts';
import type { ErrorView } from './studio-state.ts';

/** A failure as the page shows it: without its stack. */
export function toErrorView(error: unknown): ErrorView {
  return plainErrorView(toPlainError(error));
}

/** The same from an error that is plain data already. */
export function plainErrorView({ code, message, details }: PlainError): ErrorView {
  return { code, message, details };
}
