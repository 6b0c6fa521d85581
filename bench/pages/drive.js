/** In the page, before anything else: does what a person does, alike with the widget, the floor and plain Lit. */
const root = () => document.querySelector('hn-inbox, lit-inbox')?.shadowRoot ?? document;
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Resolves to the moment at which what stands there now has been painted. */
const painted = async () => {
  await frame();
  const { port1, port2 } = new MessageChannel();
  const told = new Promise((resolve) => (port1.onmessage = resolve));
  port2.postMessage(null);
  await told;
  return performance.now();
};

const until = async (holds) => {
  for (const end = performance.now() + 60_000; !holds(); await frame()) {
    if (performance.now() > end) throw new Error(`never: ${holds}`);
  }
};

let shift = 0;
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) shift += value;
}).observe({ type: 'layout-shift', buffered: true });

const messages = () => root().querySelectorAll('.message');
// The first one: what has been sent here since has an id of another kind.
const isOpen = (id) =>
  messages()[0]?.id.startsWith(`message-${id}`) && root().querySelector('.pane #body, #body');

window.drive = {
  root,
  shift: () => shift,
  requests: () =>
    performance.getEntriesByType('resource').filter(({ name }) => name.includes('/api/')).length,
  until: (holds) => until(new Function(`return ${holds}`)),
  /** Milliseconds from the click on a row until the conversation is painted, with a field to answer in. */
  async open(place) {
    const row = root().querySelectorAll('[data-do=open]')[place];
    const began = performance.now();
    row.click();
    await until(() => isOpen(row.dataset.id));
    return (await painted()) - began;
  },
  /** Focuses the field; from then on each key's time until its paint is kept. */
  type() {
    const times = [];
    const field = root().querySelector('#body');
    field.addEventListener('keydown', async ({ timeStamp }) => times.push((await painted()) - timeStamp));
    field.focus();
    return (window.keyTimes = times);
  },
  /** Milliseconds until the message stands in the conversation. */
  async send() {
    const before = messages().length;
    const began = performance.now();
    root().querySelector('#body').form.requestSubmit();
    await until(() => messages().length > before);
    return (await painted()) - began;
  },
  /** Milliseconds of each frame while the page goes down and up again, 120 pixels at a time. */
  async scroll() {
    const frames = [];
    let last = await frame();
    for (let step = 0; step < 120; step += 1) {
      scrollBy(0, step < 60 ? 120 : -120);
      const now = await frame();
      frames.push(now - last);
      last = now;
    }
    return frames;
  },
};
