/** The longest part of a message; names in hostile files can be megabytes long. */
const LONGEST = 400;

/** Control characters, lone surrogates, and what turns or hides text in a terminal or on a page. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/**
 * Text of a foreign file as it can stand in a message: at most 400 characters, and what a terminal or page would
 * obey instead of show is written as `\u{…}`.
 */
export function readableText(text: string): string {
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return short.replace(UNPRINTABLE, (letter) => {
    const point = letter.codePointAt(0) ?? 0;
    return letter === '\n' || letter === '\t' ? letter : `\\u{${point.toString(16)}}`;
  });
}
