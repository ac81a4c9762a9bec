// Prints the results as tables: ratios, then our budgets.
const STATIC = 'static';
const HAND = 'hand-written element';
const UNCHANGED = 'snapshot + loader, feed unchanged';
const PRERENDERED = 'prerendered';
const NEWER = 'snapshot + full script, feed newer';
const ALONE = 'script only';
const PRELOADED = 'script only, feed preloaded';
const kB = (bytes) => (bytes / 1000).toFixed(1);

/** @returns {string} Markdown */
export function report({ date, machine, browser, runs, timing, cost, leak, feedSize }) {
  const parts = [`${date.slice(0, 10)}, ${machine}, ${browser}; medians of ${runs}.`];
  if (timing) parts.push(timingTable(timing));
  if (cost) for (const [n, each] of Object.entries(cost)) parts.push(costTable(Number(n), each));
  if (feedSize) parts.push(feedTable(feedSize));
  const budgets = [...budgetsOf({ timing, cost, leak, feedSize })];
  if (budgets.length) parts.push(table(['budget', 'allowed', 'measured', ''], budgets));
  return parts.join('\n\n');
}

function timingTable(timing) {
  const limit = timing[STATIC].content;
  const head = [
    'one card, slow 4G, slow phone',
    'time to content ÷ static',
    'layout shift',
    'kB over the line',
    'of them script',
    'requests',
  ];
  return table(
    head,
    Object.entries(timing).map(([name, { content, shift, bytes, script, requests }]) => [
      name,
      (content / limit).toFixed(2),
      shift.toFixed(2),
      kB(bytes),
      kB(script),
      requests,
    ]),
  );
}

function costTable(n, cost) {
  const limit = cost[STATIC];
  return table(
    [n === 1 ? 'one card' : `${n} cards`, 'script ms', 'task ms', 'longest task ms', 'task ÷ static', 'heap kB a card'],
    Object.entries(cost).map(([name, { script, task, longest, heap }]) => [
      name,
      script.toFixed(0),
      task.toFixed(0),
      longest.toFixed(0),
      (task / limit.task).toFixed(2),
      kB((heap - limit.heap) / n),
    ]),
  );
}

function feedTable(feedSize) {
  const rows = Object.entries(feedSize).flatMap(([about, engines]) =>
    Object.entries(engines).map(([engine, tasks]) => [
      `${about}, ${engine}`,
      ...Object.values(tasks).map(({ ms, ratio }) => `${ms.toFixed(1)} ms = ${ratio.toFixed(2)}`),
    ]),
  );
  return table(['feed', ...Object.keys(Object.values(Object.values(feedSize)[0])[0])], rows);
}

function* budgetsOf({ timing, cost, leak, feedSize }) {
  const row = (what, allowed, measured, digits = 2) => [
    what,
    `≤ ${allowed}`,
    measured.toFixed(digits),
    measured <= allowed ? 'met' : 'not met',
  ];
  const of = (results, names) => names.flatMap((name) => results?.[name] ?? []);
  for (const name of ['snapshot, no script', UNCHANGED, PRERENDERED, 'snapshot + loader, feed newer', 'snapshot + full script', NEWER]) {
    for (const { content, shift, requests } of of(timing, [name])) {
      yield row(`time to content ÷ static: ${name}`, 1.05, content / timing[STATIC].content);
      yield row(`layout shift: ${name}`, 0, shift, 3);
      yield row(`requests besides pictures: ${name}`, 4, requests, 0);
    }
  }
  for (const name of [ALONE, PRELOADED]) {
    for (const { content, shift, requests } of of(timing, [name])) {
      yield row(`time to content ÷ static: ${name}`, 1.5, content / timing[STATIC].content);
      yield row(`layout shift: ${name}`, 0.05, shift, 3);
      yield row(`requests besides pictures: ${name}`, 4, requests, 0);
    }
  }
  const [one, , hundred] = [1, 10, 100].map((n) => cost?.[n]);
  for (const { script } of of(one, [UNCHANGED])) yield row('script ms, first card, snapshot unchanged', 12, script, 0);
  for (const { script, longest, heap } of of(one, [ALONE])) {
    yield row('script ms, first card, rendering', 55, script, 0);
    yield row('longest task ms, first card', 50, longest, 0);
    yield row('heap kB, first card', 500, (heap - one[STATIC].heap) / 1000, 0);
    const further = (key, name) => (hundred[name][key] - one[name][key]) / 99;
    yield row('heap kB, each further card', 16, (further('heap', ALONE) - further('heap', STATIC)) / 1000, 1);
    if (hundred[HAND]) yield row('script, each further card ÷ hand-written', 1, further('script', ALONE) / further('script', HAND));
  }
  for (const { task } of of(hundred, [UNCHANGED])) yield row('100 cards with snapshot: task ÷ static', 0.15, task / hundred[STATIC].task);
  for (const [about, { Chromium }] of Object.entries(feedSize ?? {})) {
    for (const name of ['newest item', 'item by its id']) yield row(`${about}: ${name} ÷ JSON.parse`, 1.3, Chromium[name].ratio);
  }
  if (leak) {
    yield row('1,000 times added and removed: heap kB left', 100, leak.heap / 1000, 0);
    yield row('1,000 times added and removed: nodes and listeners left', 0, leak.nodes + leak.listeners, 0);
  }
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, column) => (column ? '--:' : '---'))), ...rows.map(line)].join('\n');
}
