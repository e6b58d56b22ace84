export const chromiumAlone = "no way to switch scripts off in the others";

import assert from 'node:assert/strict';

export default async function (visit) {
  await visit.asPhone();
  await visit.page.setJavaScriptEnabled(false);
  await visit.page.goto(visit.base);
  const list = await visit.page.evaluate(() => {
    const visible = (name) => [...document.querySelectorAll(name)].filter((part) => part.checkVisibility());
    return {
      offers: visible('article a[href^="offre/"]').map((link) => link.getAttribute('href')),
      dead: visible('button, input, select').length,
      wide: document.documentElement.scrollWidth,
    };
  });
  assert.ok(list.offers.length >= 28, `${list.offers.length} offers have a page to go to`);
  assert.equal(list.dead, 0, 'nothing is shown that does nothing');
  assert.ok(list.wide <= 360, `nothing is cut on a phone: ${list.wide} px`);

  await Promise.all([visit.page.waitForNavigation(), visit.page.click('article a[href^="offre/"]')]);
  const offer = await visit.page.evaluate(() => ({
    headings: document.querySelectorAll('h1').length,
    title: document.querySelector('h1')?.textContent,
    tab: document.title,
    posting: JSON.parse(document.querySelector('script[type="application/ld+json"]').textContent),
    words: document.querySelector('.reading').textContent.length,
    buttons: document.querySelectorAll('button').length,
    wide: document.documentElement.scrollWidth,
  }));
  assert.equal(offer.headings, 1);
  assert.ok(offer.tab.replaceAll('\u00a0', ' ').startsWith(offer.title.replaceAll('\u00a0', ' ')), `${offer.tab} names ${offer.title}`);
  assert.equal(offer.posting['@type'], 'JobPosting');
  assert.ok(offer.words > 200, 'the whole text is there');
  assert.equal(offer.buttons, 0);
  assert.ok(offer.wide <= 360, `nothing is cut on a phone: ${offer.wide} px`);

  await Promise.all([visit.page.waitForNavigation(), visit.page.click('.all a')]);
  assert.equal(visit.page.url(), visit.base, 'the list is one link away');
  // Scripts that may not run are told as requests that failed.
  visit.complaints = visit.complaints.filter((complaint) => !/\.js undefined$/.test(complaint));
}
