/** Registers the tags. It is the only module with a side effect, and the entry of the bundles. Unsupported browsers keep the snapshot. */
import { PlacardAction } from './elements/components/action/placard-action.js';
import { PlacardCampaign } from './elements/components/campaign/placard-campaign.js';
import { PlacardFeed } from './elements/components/feed/placard-feed.js';
import { PlacardIncident } from './elements/components/incident/placard-incident.js';
import { PlacardList } from './elements/components/list/placard-list.js';
import { PlacardStatement } from './elements/components/statement/placard-statement.js';
import { PlacardStatus } from './elements/components/status/placard-status.js';
import { upgradeWhenParsed } from './elements/dom/upgrade-divs.js';

const supported =
  typeof Document === 'function' && 'adoptedStyleSheets' in Document.prototype && 'attachInternals' in HTMLElement.prototype;

if (supported) {
  // Define the providers of feeds first, so that the other elements find them upgraded.
  for (const element of [PlacardFeed, PlacardCampaign, PlacardIncident, PlacardStatus, PlacardAction, PlacardStatement, PlacardList])
    element.define();
  upgradeWhenParsed();
}
