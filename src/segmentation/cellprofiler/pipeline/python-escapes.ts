const ESCAPE = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{1,3})|([\s\S]))/g;
const LETTERS: Record<string, string> = {
  n: '\n',
  r: '\r',
  t: '\t',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
};
const LAST_CODE_POINT = 0x10ffff;

/** Text whose unprintable characters Python wrote as escapes (`unicode_escape`), as it was. */
export function decodePythonEscapes(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(ESCAPE, (whole, byte, short, long, octal, letter) => {
    if (letter !== undefined) return LETTERS[letter] ?? (/[\\'"]/.test(letter) ? letter : whole);
    const code = octal ? Number.parseInt(octal, 8) : Number.parseInt(byte ?? short ?? long, 16);
    return code <= LAST_CODE_POINT ? String.fromCodePoint(code) : whole;
  });
}
