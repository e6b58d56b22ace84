// The deadlines for calendars, by a reader of iCalendar that is not ours. `EARLY` names what the pages hold on a day on
// which the deadlines are ahead (what `prerender` prints); without it, only those of the built site are read.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import ICAL from 'ical.js';
import { FILES, text } from './site.mjs';

/** What of a deadline's file is not as RFC 5545 and our promise have it. */
export function faults(ics, offer) {
  const found = [];
  const expect = (holds, told) => holds || found.push(told);
  expect(!/(^|[^\r])\n/.test(ics) && ics.endsWith('\r\n'), 'a line does not end with CRLF');
  expect(ics.split('\r\n').every((line) => Buffer.byteLength(line) <= 75), 'a line is longer than 75 octets');
  expect(!ics.includes('\ufffd'), 'a letter is cut in two');
  let calendar;
  try {
    calendar = new ICAL.Component(ICAL.parse(ics));
  } catch (error) {
    return [...found, error.message];
  }
  expect(calendar.name === 'vcalendar', 'no calendar');
  expect(calendar.getFirstPropertyValue('version') === '2.0', 'no version 2.0');
  expect(calendar.getFirstPropertyValue('prodid'), 'no PRODID');
  const events = calendar.getAllSubcomponents('vevent');
  expect(events.length === 1, `${events.length} events`);
  const [event] = events;
  if (!event) return found;
  for (const name of ['uid', 'dtstamp', 'dtstart', 'summary']) {
    expect(event.getAllProperties(name).length === 1, `one ${name} is wanted`);
  }
  const start = event.getFirstPropertyValue('dtstart');
  expect(start?.isDate, 'the deadline is no day');
  const alarm = event.getFirstSubcomponent('valarm');
  expect(alarm?.getFirstPropertyValue('trigger')?.toString() === '-P3D', 'no alarm three days before');
  expect(alarm?.getFirstPropertyValue('action') === 'DISPLAY' && alarm.getFirstPropertyValue('description'), 'the alarm shows nothing');
  if (offer) {
    expect(start?.toString() === offer.deadline, `on ${start}, not on ${offer.deadline}`);
    expect(event.getFirstPropertyValue('uid')?.startsWith(offer.id), 'another offer’s UID');
    expect(event.getFirstPropertyValue('summary')?.includes(offer.title ?? ''), 'the title is not there, or escaped wrongly');
  }
  return found;
}

test('every deadline ahead is an event of a calendar', (context) => {
  if (!process.env.EARLY) return context.skip('EARLY names no file');
  const { offers, dataset } = JSON.parse(readFileSync(process.env.EARLY, 'utf8'));
  const calendars = offers.map(({ calendar }, place) => [calendar, dataset.offers[place]]);
  const with_deadline = calendars.filter(([, offer]) => offer.deadline);
  assert.ok(with_deadline.length > 0);
  for (const [calendar, offer] of with_deadline) assert.deepEqual(faults(calendar, offer), [], offer.id);
  for (const [calendar, offer] of calendars) assert.equal(Boolean(calendar), Boolean(offer.deadline), offer.id);
});

test('the built site’s are, too', () => {
  for (const path of FILES.filter((path) => path.endsWith('.ics'))) assert.deepEqual(faults(text(path)), [], path);
});

const SOUND = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//x//FR', 'BEGIN:VEVENT', 'UID:a@tremplin', 'DTSTAMP:20260101T000000Z', 'DTSTART;VALUE=DATE:20260301', 'SUMMARY:Taille\\, récolte\\; fin', 'BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:-P3D', 'DESCRIPTION:x', 'END:VALARM', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
const OFFER = { id: 'a', deadline: '2026-03-01', title: 'Taille, récolte; fin' };

test('what is planted in a calendar is seen', () => {
  assert.deepEqual(faults(SOUND, OFFER), []);
  for (const [right, wrong] of [
    ['\r\nUID', '\nUID'],
    ['SUMMARY:', `SUMMARY:${'é'.repeat(40)}`],
    ['UID:a@tremplin\r\n', ''],
    ['20260301', '20260302'],
    [';VALUE=DATE:20260301', ':20260301T000000Z'],
    ['\\, récolte\\;', '\\\\, récolte\\;'],
    ['TRIGGER:-P3D', 'TRIGGER:P3D'],
    ['VERSION:2.0', 'VERSION:1.0'],
    ['END:VEVENT\r\n', ''],
  ]) {
    assert.notEqual(SOUND.replace(right, wrong), SOUND, right);
    assert.notDeepEqual(faults(SOUND.replace(right, wrong), OFFER), [], wrong || right);
  }
});
