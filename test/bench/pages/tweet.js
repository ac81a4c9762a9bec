import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { Tweet } from 'react-tweet';

for (const element of document.querySelectorAll('.tweet')) {
  createRoot(element).render(createElement(Tweet, { id: '1', apiUrl: '/tweet.json' }));
}
