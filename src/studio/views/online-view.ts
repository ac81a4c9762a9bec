/** Whether the last publication is online, and what the host does wrong. */
import { html, nothing } from 'lit';
import { checkOnline, stateOf, type OnlineReport, type OnlineState, type Published } from '../publish/check-online.js';
import { openAddress } from '../open.js';
import type { Studio } from '../studio.js';

interface CheckState {
  /** The publication that was checked. */
  checked?: Published['site'];
  report?: OnlineReport;
  /** The state of a text that the user has pasted. */
  pasted?: OnlineState;
}

/** States in which this browser has not read the address, and the user can. */
const UNREAD: readonly OnlineState[] = ['hidden', 'absent'];

export function onlineView(studio: Studio, published: Published) {
  const { words } = studio;
  const { checked, report, pasted } = stateIn(studio);
  const address = `${published.base}feed.json`;
  return html`<li data-step="check">
    <h2>${words.onlineTitle}</h2>
    <button type="button" id="check-online" @click=${() => void check(studio, published)}>${words.checkOnline}</button>
    <div role="status">
      ${checked !== published.site ? nothing : report ? reportView(studio, report) : html`<p data-online="checking">${words.online.checking}</p>`}
    </div>
    ${
      checked === published.site && report?.state === 'newer'
        ? html`<button type="button" data-open-newer @click=${() => void openAddress(studio, address)}>${words.openButton}</button>`
        : nothing
    }
    ${
      checked === published.site && report && UNREAD.includes(report.state)
        ? html`<p class="hint"><a href=${address} target="_blank" rel="noreferrer">${address}</a></p>
            <label for="seen">${words.pasteSeen}</label>
            <textarea
              id="seen"
              rows="3"
              dir="ltr"
              @input=${({ target }: Event) => {
                stateIn(studio).pasted = stateOf((target as HTMLTextAreaElement).value, published.site['feed.json']!);
                studio.render();
              }}
            ></textarea>
            ${pasted ? html`<p role="status" data-pasted=${pasted}>${words.online[pasted]}</p>` : nothing}`
        : nothing
    }
  </li>`;
}

const stateIn = (studio: Studio): CheckState => studio.view<CheckState>('online', () => ({}));

function reportView({ words }: Studio, { state, problems }: OnlineReport) {
  return html`<p data-online=${state}>${words.online[state]}</p>
    ${
      problems.length
        ? html`<ul class="problems">
            ${problems.map(
              ({ code, level, path, message, fix }) =>
                html`<li data-code=${code} data-level=${level}>
                  <strong>${words.hostProblems[code] ?? `${message} ${fix}`}</strong> <code dir="ltr">${path}</code>
                </li>`,
            )}
          </ul>`
        : nothing
    }`;
}

async function check(studio: Studio, published: Published): Promise<void> {
  const state = stateIn(studio);
  Object.assign(state, { checked: published.site, report: undefined, pasted: undefined });
  studio.render();
  const report = await checkOnline(published, Date.now());
  if (state.checked === published.site) state.report = report;
  studio.render();
}
