/** What may be in a card, written down a second time, apart from the code: everything else in a tree is a fault. */

const HTML = 'http://www.w3.org/1999/xhtml';
const SVG = 'http://www.w3.org/2000/svg';

const STATEMENT =
  /^(a|abbr|b|bdi|blockquote|br|caption|cite|code|dd|del|dfn|div|dl|dt|em|figcaption|figure|h[2-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|s|samp|small|span|strike|strong|sub|sup|table|tbody|td|tfoot|th|thead|time|tr|u|ul|var|wbr)$/;
const STATEMENT_ATTRIBUTE =
  /^(a (href|rel|dir)|img (src|alt|width|height|loading|referrerpolicy)|ol (start|reversed|type)|li value|t[dh] (col|row)span|th scope|\S+ (lang|dir|datetime))$/;

const CARD = /^(header|footer|section|details|summary|button|cite|i|slot|label|select|option)$/;
const CARD_ATTRIBUTE =
  /^(\S+ (class|part|lang|dir|hidden|role|data-status)|section (aria-label|aria-busy)|details open|button (type|aria-pressed)|div aria-live|img decoding|figure tabindex|a (hreflang|download)|span aria-hidden|option value|\S+ aria-label)$/;
const ICON = /^(svg|path)$/;
const ICON_ATTRIBUTE = /^(viewBox|aria-hidden|focusable|d|stroke-dasharray)$/;

/** What is in a sanitised statement that may not be; empty where it is harmless. */
export function faultsIn(root: ParentNode, inCard = false): string[] {
  return [...root.querySelectorAll('*')].flatMap((element) => {
    const { localName: name, namespaceURI, attributes } = element;
    const icon = inCard && namespaceURI === SVG && ICON.test(name);
    const known = icon || (namespaceURI === HTML && (STATEMENT.test(name) || (inCard && CARD.test(name))));
    const faults = known ? [] : [`<${name}> of ${namespaceURI}`];
    for (const attribute of attributes) {
      const key = `${name} ${attribute.name}`;
      const fits = icon ? ICON_ATTRIBUTE.test(attribute.name) : STATEMENT_ATTRIBUTE.test(key) || (inCard && CARD_ATTRIBUTE.test(key));
      if (!fits) faults.push(`<${key}="${attribute.value}">`);
      if (attribute.name === 'href' && !safeLink(attribute.value) && !(inCard && isCalendar(element)))
        faults.push(`href ${attribute.value}`);
      if (attribute.name === 'src' && !/^https?:\/\//.test(attribute.value)) faults.push(`src ${attribute.value}`);
    }
    if (
      name === 'a' &&
      element.getAttribute('rel') !== 'noopener noreferrer' &&
      element.hasAttribute('href') &&
      !element.matches('.placard-phone')
    )
      faults.push(`link without rel: ${element.outerHTML.slice(0, 100)}`);
    return faults;
  });
}

/** The calendar file of an event: encoded text, which a browser saves and does not open. */
const isCalendar = (element: Element): boolean =>
  element.getAttribute('download') === 'event.ics' &&
  /^data:text\/calendar;charset=utf-8,[\w%.~!*'()-]+$/.test(element.getAttribute('href')!);

function safeLink(href: string): boolean {
  const { protocol, username, password } = new URL(href);
  return /^(https?|mailto|tel):$/.test(protocol) && !username && !password;
}
