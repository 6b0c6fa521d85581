/** In the page, before anything else: does what a person does, alike with the widget, the floor and plain Lit. */
const root = () =>
  document.querySelector('hn-inbox, lit-inbox, hn-appointments, lit-appointments')?.shadowRoot ?? document;
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
  /** Opens the details of the first home visit that may be cancelled. */
  async findCancel() {
    const rows = [...root().querySelectorAll('li')].filter((row) => row.textContent.includes('ellom '));
    for (const row of rows) {
      row.querySelector('[data-do=details]').click();
      await painted();
      if (root().querySelector('[data-do=cancel]')) break;
    }
  },
  /** Milliseconds from the click on *Avlys time* until the dialog is painted. */
  async openDialog() {
    const button = root().querySelector('[data-do=cancel]');
    const began = performance.now();
    button.click();
    await until(() => root().querySelector('dialog[open] form'));
    return (await painted()) - began;
  },
  closeDialog: () => root().querySelector('dialog [data-do=close]').click(),
  /** Milliseconds from the confirmation until the row says that it is asked for. */
  async confirm() {
    const asked = () => (root().body ?? root()).textContent.split('Ønske om avlysing sendt').length;
    const before = asked();
    const reason = root().querySelector('dialog [name=reason]');
    if (reason.type === 'radio') reason.click();
    const began = performance.now();
    root().querySelector('dialog form').requestSubmit();
    await until(() => asked() > before && !root().querySelector('dialog[open]'));
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
  /** When this message has been painted in the conversation, in milliseconds since the epoch. */
  async stands(body) {
    await until(() => [...messages()].some((one) => one.querySelector('.body').textContent === body));
    return performance.timeOrigin + (await painted());
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
