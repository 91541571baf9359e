import type { Page } from '@playwright/test';

/**
 * What sticks out of the window sideways and cannot be scrolled to: the elements on screen whose right or left
 * edge lies outside, unless something around them scrolls or clips on purpose.
 */
export async function elementsCutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const isContained = (element: Element) => {
      for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
        const box = at.getBoundingClientRect();
        const inside = box.left >= -1 && box.right <= width + 1;
        if (inside && getComputedStyle(at).overflowX !== 'visible') return true;
      }
      return false;
    };
    const found = document.documentElement.scrollWidth > width ? ['the page scrolls sideways'] : [];
    for (const element of document.body.querySelectorAll('*')) {
      const { left, right, width: own, height } = element.getBoundingClientRect();
      if (own === 0 || height === 0 || (left >= -1 && right <= width + 1)) continue;
      if (!element.checkVisibility({ visibilityProperty: true }) || isContained(element)) continue;
      if (element.closest('.visually-hidden, .skip-link')) continue;
      found.push(`${element.tagName} .${element.getAttribute('class')} ${left}–${right}`);
    }
    return found;
  });
}

/** Every text a person (or their screen reader) meets on the page now, but for a model's own card. */
export async function textsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { textContent, parentElement } = walker.currentNode;
      if (!parentElement?.closest('.markdown')) texts.push(textContent ?? '');
    }
    for (const element of document.body.querySelectorAll('*')) {
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
        texts.push(element.getAttribute(name) ?? '');
      }
    }
    return [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ''))];
  });
}
