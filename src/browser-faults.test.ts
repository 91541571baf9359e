import { expect, it } from 'vitest';
import { toPlainError } from './errors.ts';

it.each([
  ['QuotaExceededError', 'no-space'],
  ['NotAllowedError', 'io'],
  ['SecurityError', 'io'],
])('says what to do about a %s', (name, code) => {
  const plain = toPlainError(new DOMException('why', name));
  expect(plain.code).toBe(code);
  expect(plain.details.hint).toMatch(/\.$/);
});

it('knows a withdrawn wish, and leaves the rest as it is', () => {
  expect(toPlainError(new DOMException('', 'AbortError')).code).toBe('cancelled');
  expect(toPlainError(new Error('x'))).toMatchObject({ code: 'internal', message: 'x' });
});
