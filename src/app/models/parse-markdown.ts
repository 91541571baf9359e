/**
 * The small part of Markdown that model cards use, as data: headings, paragraphs, lists, tables, code,
 * and within a line bold, code and links. What is not understood stays text; HTML is text too.
 */

/** A run of text within a line. */
export type Inline =
  | { kind: 'text' | 'strong' | 'emphasis' | 'code'; text: string }
  | { kind: 'link'; text: string; href: string };

/** A block of a card. */
export type Block =
  | { kind: 'heading'; level: number; text: Inline[] }
  | { kind: 'paragraph'; text: Inline[] }
  | { kind: 'list'; ordered: boolean; items: Inline[][] }
  | { kind: 'table'; head: Inline[][]; rows: Inline[][][] }
  | { kind: 'code'; text: string };

/** Runs have an end: a card is foreign text, and looking for one from every bracket takes the square of its length. */
const INLINE =
  /`([^`]{1,500})`|\*\*([^*]{1,500})\*\*|(?<![\w*])\*([^*\s][^*]{0,500})\*|\[([^\]]{1,500})\]\(([^)\s]{1,1000})\)|<(https?:\/\/[^>\s]{1,1000})>/g;
/** What is beyond this in a line is left out, for the same reason. */
const LONGEST_LINE = 4000;
const LIST_ITEM = /^\s*(?:[-*+]|(\d+)[.)])\s+(.*)$/;
const TABLE_RULE = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)+\|?\s*$/;

/** Reads a card. Never throws. */
export function parseMarkdown(source: string): Block[] {
  const lines = source
    .replace(/\r\n?/g, '\n')
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .split('\n')
    .map((line) => line.slice(0, LONGEST_LINE));
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at];
    const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(line);
    if (line.trim() === '') at += 1;
    else if (line.startsWith('```')) {
      const end = lines.findIndex((other, index) => index > at && other.startsWith('```'));
      const last = end < 0 ? lines.length : end;
      blocks.push({ kind: 'code', text: lines.slice(at + 1, last).join('\n') });
      at = last + 1;
    } else if (heading) {
      blocks.push({ kind: 'heading', level: heading[1].length, text: parseInline(heading[2]) });
      at += 1;
    } else if (line.includes('|') && TABLE_RULE.test(lines[at + 1] ?? '')) {
      const end = endOf(lines, at + 2, (other) => other.includes('|'));
      blocks.push({
        kind: 'table',
        head: splitRow(line),
        rows: lines.slice(at + 2, end).map(splitRow),
      });
      at = end;
    } else if (LIST_ITEM.test(line)) {
      const end = endOf(lines, at, (other) => other.trim() !== '' && !/^#{1,6}\s/.test(other));
      blocks.push(readList(lines.slice(at, end)));
      at = end;
    } else {
      const end = endOf(
        lines,
        at + 1,
        (other) => other.trim() !== '' && !/^(#{1,6}\s|```)/.test(other) && !LIST_ITEM.test(other),
      );
      blocks.push({ kind: 'paragraph', text: parseInline(lines.slice(at, end).join(' ')) });
      at = end;
    }
  }
  return blocks;
}

function endOf(lines: string[], from: number, belongs: (line: string) => boolean): number {
  let end = from;
  while (end < lines.length && belongs(lines[end])) end += 1;
  return end;
}

function readList(lines: string[]): Block {
  const items: string[] = [];
  for (const line of lines) {
    const item = LIST_ITEM.exec(line);
    if (item) items.push(item[2]);
    else items[items.length - 1] += ` ${line.trim()}`;
  }
  const ordered = LIST_ITEM.exec(lines[0])?.[1] !== undefined;
  return { kind: 'list', ordered, items: items.map(parseInline) };
}

function splitRow(line: string): Inline[][] {
  const cells = line.trim().replace(/^\|/, '').replace(/\|$/, '').split('|');
  return cells.map((cell) => parseInline(cell.trim()));
}

/** Bold, emphasis, code and links of one line; only http(s) links are links. */
export function parseInline(text: string): Inline[] {
  const runs: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    const [whole, code, strong, emphasis, label, href, address] = match;
    if (match.index > from) runs.push({ kind: 'text', text: text.slice(from, match.index) });
    if (code) runs.push({ kind: 'code', text: code });
    else if (strong) runs.push({ kind: 'strong', text: strong });
    else if (emphasis) runs.push({ kind: 'emphasis', text: emphasis });
    else if (address) runs.push({ kind: 'link', text: address, href: address });
    else if (/^https?:\/\//.test(href)) runs.push({ kind: 'link', text: label, href });
    else runs.push({ kind: 'text', text: label });
    from = match.index + whole.length;
  }
  if (from < text.length) runs.push({ kind: 'text', text: text.slice(from) });
  return runs;
}
