import type { SessionEvent } from '../../src/domain/events/catalogue.ts';
import { advance, attendanceSheet, type Projection, pv } from '../../src/projections/index.ts';
import { isWithoutBrowser, Reader } from '../audit/support/browser.ts';
import { evidenceOf, long } from '../audit/support/session.ts';
import { median, type Verdict } from './ratio.ts';

const SIZE = 1000;

/** Steps in a row, from the middle of the session on. */
const STEPS = 100;

/** Goes through the session as a reader does who holds the slider; says how long the script of the page took, in ms. */
const SLIDING = `(async () => {
  const slider = document.getElementById('slider');
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  for (let step = 0; step < ${STEPS}; step++) {
    set.call(slider, String(${SIZE / 2} + step));
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  }
})()`;

/** A view after each event in turn, as whoever follows a session makes it. */
const followed = <V>(projection: Projection<V>, events: readonly SessionEvent[]): V =>
  events.reduce((view, event) => advance(projection, view, event), projection.initial);

/** Milliseconds that the sheet and the PV take, made from the first event on, event by event. */
function projecting(events: readonly SessionEvent[]): number {
  const rounds = Array.from({ length: 20 }, () => {
    const start = performance.now();
    const made = [followed(attendanceSheet, events).revision, followed(pv, events).revision];
    if (made.includes(0)) throw new Error('nothing was projected');
    return performance.now() - start;
  });
  return median(rounds);
}

/** What a step of the slider costs in the audit page, layout that it forces included; nothing without a Chromium. */
export async function pageVerdicts(): Promise<readonly Verdict[]> {
  if (isWithoutBrowser) return [];
  const story = long(SIZE);
  const reader = new Reader();
  const { page } = await reader.open(await evidenceOf(story));
  const chrome = await page.context().newCDPSession(page);
  await chrome.send('Performance.enable');
  const scripted = async (): Promise<number> => {
    const { metrics } = await chrome.send('Performance.getMetrics');
    return 1000 * Number(metrics.find(({ name }) => name === 'ScriptDuration')?.value);
  };
  await page.evaluate(SLIDING);
  const before = await scripted();
  await page.evaluate(SLIDING);
  const step = ((await scripted()) - before) / STEPS;
  await reader.close();
  return [
    {
      what: `a step of the slider in an audit page of ${SIZE.toLocaleString('en')} events against its sheet and PV, event by event`,
      ratio: step / projecting(story.events.slice(0, SIZE / 2)),
      limit: { kind: 'at-most', value: 3 },
    },
  ];
}
