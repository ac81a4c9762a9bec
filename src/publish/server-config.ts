/**
 * The response headers of the site, for four kinds of hosts. Any page can read a feed: an embed is on another site, and a sandboxed frame
 * has no origin. The library's files never change. Clients request feeds again after a minute.
 */
import { EXPOSED_HEADERS, FEED_CACHE_CONTROL as FRESH } from '../lint/response.js';

const EXPOSED = EXPOSED_HEADERS.join(', ');
/** A page of the site runs no script without its hash (https://w3c.github.io/webappsec-subresource-integrity/). */
const INTEGRITY = 'blocked-destinations=(script)';
const FOREVER = 'public, max-age=31536000, immutable';

/** Content by the path in the site. */
export const HEADER_FILES: Readonly<Record<string, string>> = {
  'server/nginx.conf': `# Inside the server block: include /path/to/server/nginx.conf;
gzip on;
gzip_vary on;
gzip_types application/feed+json application/json application/javascript text/javascript text/css;
charset utf-8;
charset_types text/css text/javascript application/javascript application/json application/feed+json text/plain;
index index.html;
add_header Access-Control-Allow-Origin "*" always;
add_header Access-Control-Expose-Headers "${EXPOSED}" always;
add_header X-Content-Type-Options "nosniff" always;
add_header Referrer-Policy "strict-origin-when-cross-origin" always;
add_header Integrity-Policy "${INTEGRITY}" always;
add_header Cache-Control "${FRESH}";
location ~ /feed\\.json$ {
  default_type application/feed+json;
  types { }
}
location ~ /atom\\.xml$ {
  default_type application/atom+xml;
  types { }
}
location ~ \\.ics$ {
  default_type text/calendar;
  types { }
}
location ~ /assets/\\d+\\.\\d+\\.[^/]+/ {
  add_header Access-Control-Allow-Origin "*" always;
  add_header X-Content-Type-Options "nosniff" always;
  add_header Cache-Control "${FOREVER}";
}
`,
  'server/Caddyfile': `# Inside the site's block: import /path/to/server/Caddyfile
encode zstd gzip {
	match {
		header Content-Type *json*
		header Content-Type *xml*
		header Content-Type *javascript*
		header Content-Type text/*
	}
}
header {
	Access-Control-Allow-Origin "*"
	Access-Control-Expose-Headers "${EXPOSED}"
	X-Content-Type-Options "nosniff"
	Referrer-Policy "strict-origin-when-cross-origin"
	Integrity-Policy "${INTEGRITY}"
}
@feed path_regexp /feed\\.json$
header @feed Content-Type "application/feed+json"
@atom path_regexp /atom\\.xml$
header @atom Content-Type "application/atom+xml"
@calendar path_regexp \\.ics$
header @calendar Content-Type "text/calendar; charset=utf-8"
@assets path_regexp /assets/\\d+\\.\\d+\\.[^/]+/
header @assets Cache-Control "${FOREVER}"
@changing not path_regexp /assets/\\d+\\.\\d+\\.[^/]+/
header @changing Cache-Control "${FRESH}"
file_server
`,
  _headers: `# For a site at the root of its host.
/*
  Access-Control-Allow-Origin: *
  Access-Control-Expose-Headers: ${EXPOSED}
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
  Integrity-Policy: ${INTEGRITY}

/feed.json
  Content-Type: application/feed+json
  Cache-Control: ${FRESH}

/*/feed.json
  Content-Type: application/feed+json
  Cache-Control: ${FRESH}

/atom.xml
  Content-Type: application/atom+xml

/*/atom.xml
  Content-Type: application/atom+xml

/assets/*
  Cache-Control: ${FOREVER}
`,
  // Hosts that run Jekyll would leave out the files whose names begin with an underscore.
  '.nojekyll': '',
  '.htaccess': `AddDefaultCharset utf-8
AddType text/javascript .js
AddType application/json .json
AddType text/calendar .ics
<IfModule mod_headers.c>
  Header always set Access-Control-Allow-Origin "*"
  Header always set Access-Control-Expose-Headers "${EXPOSED}"
  Header always set X-Content-Type-Options "nosniff"
  Header always set Referrer-Policy "strict-origin-when-cross-origin"
  Header always set Integrity-Policy "${INTEGRITY}"
  Header set Cache-Control "${FRESH}"
  <If "%{REQUEST_URI} =~ m#/assets/\\d+\\.\\d+\\.[^/]+/#">
    Header set Cache-Control "${FOREVER}"
  </If>
</IfModule>
<Files "feed.json">
  ForceType application/feed+json
</Files>
<Files "atom.xml">
  ForceType application/atom+xml
</Files>
<IfModule mod_deflate.c>
  AddOutputFilterByType DEFLATE application/feed+json application/json text/javascript text/css text/html
</IfModule>
`,
};
