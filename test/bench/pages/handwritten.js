// The same card, live, by hand and for this one case alone: what the least that could be written costs. It trusts its feed.
const STYLE = /* the card's own, put here by ../variants.mjs */ CARD_STYLE;
const feeds = {};
const el = (tag, attributes, ...children) => {
  const element = Object.assign(document.createElement(tag), attributes);
  element.append(...children.filter(Boolean));
  return element;
};
let day;
const date = (text) => {
  day ??= new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return el('time', { dateTime: text }, day.format(new Date(text)));
};
const fold = (title, ...children) =>
  el(
    'details',
    { className: 'placard-fold' },
    el('summary', {}, el('strong', {}, title)),
    el('div', { className: 'placard-inside' }, ...children),
  );
const line = (name, ...children) => el('p', { className: `placard-${name}` }, ...children);
const box = (name, ...children) => el('div', { className: `placard-${name}` }, ...children);

customElements.define(
  'hand-written',
  class extends HTMLElement {
    constructor() {
      super();
      this.attachShadow({ mode: 'open' });
    }
    async connectedCallback() {
      const src = this.getAttribute('src');
      const feed = await (feeds[src] ??= fetch(src, { cache: 'no-cache' }).then((response) => response.json()));
      const [item] = feed.items;
      const { cases, timeline } = item._placard;
      const [{ forum, kind, filed, next }] = cases;
      const [{ phone, email }] = feed._placard.contacts;
      this.shadowRoot.append(
        el('style', {}, STYLE),
        box(
          'frame',
          el(
            'section',
            { className: 'placard-card placard-editorial placard-auto' },
            line(
              'masthead',
              el('span', {}, 'Statement by ', el('strong', {}, feed._placard.publisher.name)),
              el('span', {}, date(item.date_published)),
            ),
            el('h2', { className: 'placard-headline' }, el('a', { href: item.url }, item.title)),
            box(
              'status placard-mark-open',
              line('stamp', el('strong', {}, 'Case pending'), ' as of ', date(cases[0].as_of)),
              box(
                'now',
                line('sentence', next.date ? 'Hearing: ' : 'No hearing date has been set.', next.date && date(next.date)),
                line('since', `${kind} · ${forum} · filed `, date(filed)),
              ),
            ),
            box(
              'lead',
              el('figure', { className: 'placard-picture' }, el('img', { loading: 'lazy', src: item.image, alt: '' })),
              line('summary', item.summary),
            ),
            box(
              'act',
              line(
                'primary placard-icon-phone',
                el('a', { href: `tel:${phone.replaceAll(' ', '')}` }, el('small', {}, 'Press contact'), ' ', el('strong', {}, phone)),
              ),
              line(
                'others',
                el('a', { href: `mailto:${email}` }, email),
                ' ',
                el('a', { href: item._placard.actions[1].url }, item._placard.actions[1].label),
              ),
            ),
            box(
              'folds',
              fold(
                'Course of the case',
                el(
                  'ol',
                  { className: 'placard-timeline' },
                  ...timeline.map(({ date: at, text }) =>
                    el(
                      'li',
                      {},
                      el('span', { className: 'placard-when' }, date(at)),
                      ' ',
                      el('span', { className: 'placard-event' }, text),
                    ),
                  ),
                ),
              ),
              fold('Full statement', box('text', ...item.content_text.split('\n\n').map((text) => el('p', {}, text)))),
            ),
          ),
        ),
      );
    }
  },
);
