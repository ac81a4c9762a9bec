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
const section = (className, title, ...children) => el('section', { className }, el('h3', { className: 'label' }, title), ...children);

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
        el(
          'div',
          { className: 'frame' },
          el(
            'section',
            { className: 'card editorial auto' },
            el(
              'header',
              { className: 'head pad' },
              el(
                'p',
                { className: 'masthead' },
                el('span', {}, el('b', {}, feed._placard.publisher.name)),
                el('span', {}, date(item.date_published)),
              ),
              el(
                'div',
                { className: 'lead' },
                el(
                  'div',
                  {},
                  el('h2', { className: 'headline' }, el('a', { href: item.url }, item.title)),
                  el('p', { className: 'summary' }, item.summary),
                ),
                el('figure', {}, el('img', { loading: 'lazy', src: item.image, alt: '' })),
              ),
            ),
            el(
              'div',
              { className: 'status pad' },
              el('p', { className: 'stamp' }, 'Case pending'),
              el('p', { className: 'sentence' }, next.date ? 'Hearing: ' : 'No hearing date has been set.', next.date && date(next.date)),
              el('p', { className: 'since' }, `${kind} · ${forum} · filed `, date(filed)),
            ),
            el(
              'div',
              { className: 'body pad' },
              section(
                'course',
                'Course of the case',
                el(
                  'ol',
                  { className: 'timeline' },
                  ...timeline.map(({ date: at, text }) => el('li', {}, el('div', { className: 'when' }, date(at)), el('p', {}, text))),
                ),
              ),
              section(
                'contact',
                'Press contact',
                el('p', { className: 'phone' }, el('a', { href: `tel:${phone.replaceAll(' ', '')}` }, phone)),
                el('p', {}, el('a', { href: `mailto:${email}` }, email)),
                el(
                  'p',
                  { className: 'actions' },
                  el('a', { className: 'action primary', href: `tel:${phone.replaceAll(' ', '')}` }, 'Call'),
                  ' ',
                  el('a', { className: 'action', href: item._placard.actions[1].url }, item._placard.actions[1].label),
                ),
              ),
              el(
                'details',
                { className: 'statement' },
                el('summary', {}, 'Full statement'),
                ...item.content_text.split('\n\n').map((text) => el('p', {}, text)),
              ),
            ),
          ),
        ),
      );
    }
  },
);
