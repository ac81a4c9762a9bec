import { Init } from '@idotj/mastodon-embed-timeline';
import '@idotj/mastodon-embed-timeline/dist/mastodon-timeline.min.css';

for (const { id } of document.querySelectorAll('.mt-container')) {
  void new Init({ mtContainerId: id, instanceUrl: location.origin, timelineType: 'local', maxNbPostFetch: '9', maxNbPostShow: '9' });
}
