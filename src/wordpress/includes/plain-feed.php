<?php
/**
 * Makes a small card from a feed without a snapshot: title, status line and link.
 *
 * @package Placard
 */

namespace Placard;

const MAX_CHOICES = 100;
const MAX_TEXT    = 500; // Characters.

/** Returns whether the JSON is a feed. */
function is_feed( $data ) {
	return isset( $data['version'], $data['items'] ) && is_array( $data['items'] ) && is_string( $data['version'] )
		&& 0 === strpos( $data['version'], 'https://jsonfeed.org/version/1' );
}

/** Returns the published items by id: the first of each id. Neither a draft nor an item whose time has not come is shown. */
function published_items( array $feed ) {
	$items = array();
	foreach ( $feed['items'] as $item ) {
		$id = is_array( $item ) ? id_text( $item['id'] ?? null ) : '';
		if ( '' !== $id && ! isset( $items[ $id ] ) && ! is_unpublished( $item ) ) {
			$items[ $id ] = $item;
		}
	}
	return $items;
}

/** Returns an id as text; empty for a value that is none. */
function id_text( $value ) {
	return is_string( $value ) || is_int( $value ) ? (string) $value : '';
}

/** Returns the publisher's extension of an item. */
function extension_of( array $item ) {
	$extension = $item['_placard'] ?? null;
	return is_array( $extension ) ? $extension : array();
}

/** Returns whether an item is marked as a draft, or its time has not come. A retraction is shown at once. */
function is_unpublished( array $item ) {
	$extension = extension_of( $item );
	if ( ! in_array( $extension['draft'] ?? false, array( false, null ), true ) ) {
		return true;
	}
	$moments = array_map( __NAMESPACE__ . '\moment_of', array( $extension['publish_at'] ?? '', $item['date_published'] ?? '' ) );
	return max( $moments ) > time() + 5 * MINUTE_IN_SECONDS && 'retraction' !== ( $extension['change'] ?? '' );
}

/** Returns the start of a date, in seconds since 1970; 0 for a value that is none. A day begins first at UTC+14. */
function moment_of( $date ) {
	if ( ! is_string( $date ) || ! preg_match( '/^(\d{4})(?:-(\d\d))?(?:-(\d\d)(T\S{1,40})?)?$/', $date, $parts ) ) {
		return 0;
	}
	list( , $year, $month, $day, $clock ) = array_pad( $parts, 5, '' );
	$time                                 = strtotime( "$year-" . ( $month ? $month : '01' ) . '-' . ( $day ? $day : '01' ) . ( $clock ? $clock : 'T00:00:00Z' ) );
	return (int) $time - ( $clock ? 0 : 14 * HOUR_IN_SECONDS );
}

/** Returns the title by item id, for an author who chooses one. */
function choices( array $feed ) {
	$titles = array();
	foreach ( array_slice( published_items( $feed ), 0, MAX_CHOICES, true ) as $id => $item ) {
		$title         = text_of( $item, 'title' );
		$titles[ $id ] = '' === $title ? (string) $id : $title;
	}
	return $titles;
}

/** Returns the card of an item, or a WP_Error. */
function read_feed( array $feed, $address, $id, $keys ) {
	if ( null !== $keys ) {
		return new \WP_Error( 'signature' ); // Only a snapshot has a signature that PHP can check.
	}
	$items = published_items( $feed );
	$id    = '' === $id ? (string) key( $items ) : $id;
	$item  = $items[ $id ] ?? null;
	if ( ! $item ) {
		return new \WP_Error( 'item-missing' );
	}
	$head = extension_of( $feed );
	$own  = extension_of( $item );
	$page = web_address( $item['url'] ?? '' );
	$lang = text_of( $item, 'language' ) ?: text_of( $feed, 'language' ); // phpcs:ignore Universal.Operators.DisallowShortTernary.Found
	$dir  = preg_match( '/^(ar|arc|ckb|dv|fa|he|ks|ku-Arab|ps|sd|ug|ur|yi)\b/i', $lang ) ? 'rtl' : 'ltr';
	return array(
		'epoch'    => is_count( $head['epoch'] ?? null ) ? $head['epoch'] : 0,
		'sequence' => is_count( $head['sequence'] ?? null ) ? $head['sequence'] : 0,
		'revision' => is_count( $own['revision'] ?? null ) ? $own['revision'] : 0,
		'html'     => plain_html( $item, is_retracted( $items, $id ), $page ? $page : $address, $lang, $dir ),
		'title'    => text_of( $item, 'title' ),
		'lang'     => $lang,
		'dir'      => $dir,
		'url'      => $page ? $page : $address,
		'feed'     => $address,
		'item'     => $id,
	);
}

/** Returns the HTML with the classes of a snapshot. A retracted item shows nothing of its text. */
function plain_html( array $item, $is_retracted, $url, $lang, $dir ) {
	$title   = text_of( $item, 'title' );
	$link    = sprintf( '<a href="%s" rel="noreferrer">%s</a>', esc_url( $url ), esc_html( '' === $title ? (string) wp_parse_url( $url, PHP_URL_HOST ) : $title ) );
	$status  = $is_retracted ? __( 'Withdrawn', 'placard' ) : status_line( $item );
	$heading = $is_retracted ? '' : "<h2 class=\"placard-headline\">$link</h2>";
	$line    = $status ? sprintf( '<p class="placard-stamp" lang="%s" dir="%s"><strong>%s</strong></p>', esc_attr( get_bloginfo( 'language' ) ), is_rtl() ? 'rtl' : 'ltr', esc_html( $status ) ) : '';
	$html    = sprintf( '<div class="placard-snapshot" lang="%s" dir="%s"><div class="placard-card">%s</div></div>', esc_attr( $lang ), $dir, implode( "\n", array_filter( array( $heading, $line ) ) ) );
	return clean_html( $html );
}

/** Returns whether an item is retracted, or one that it translates, whichever of the two names the other. */
function is_retracted( array $items, $id ) {
	$parents = parents_of( $items );
	for ( $seen = array(); null !== $id && ! isset( $seen[ $id ] ); $id = $parents[ $id ] ?? null ) {
		$seen[ $id ] = true;
		if ( 'retraction' === ( extension_of( $items[ $id ] )['change'] ?? '' ) ) {
			return true;
		}
	}
	return false;
}

/** Returns the original of each translation, by ids, as the script finds it in src/feed/translation-graph.ts. */
function parents_of( array $items ) {
	$parents = array();
	foreach ( $items as $id => $item ) {
		$links  = extension_of( $item )['translations'] ?? null;
		$others = array();
		foreach ( is_array( $links ) ? $links : array() as $link ) {
			$other = is_array( $link ) ? id_text( $link['item_id'] ?? null ) : '';
			if ( (string) $id === $other || ! isset( $items[ $other ] ) ) {
				continue;
			}
			if ( 'original' === ( $link['kind'] ?? '' ) ) {
				$parents[ $id ] = $other;
				continue 2;
			}
			$others[] = $other;
		}
		foreach ( $others as $other ) {
			$parents[ $other ] = $parents[ $other ] ?? (string) $id;
		}
	}
	return $parents;
}

/** Returns the status of the first case, with its forum and date. */
function status_line( array $item ) {
	$case   = extension_of( $item )['cases'][0] ?? array();
	$words  = array(
		'none'          => __( 'No court case', 'placard' ),
		'investigating' => __( 'Under investigation', 'placard' ),
		'pending'       => __( 'Case pending', 'placard' ),
		'decided'       => __( 'Decided', 'placard' ),
		'appealed'      => __( 'Under appeal', 'placard' ),
		'closed'        => __( 'Case closed', 'placard' ),
	);
	$status = $words[ text_of( $case, 'status' ) ] ?? '';
	$date   = is_array( $case['as_of'] ?? null ) ? text_of( $case['as_of'], 'date' ) : text_of( $case, 'as_of' );
	return $status ? implode( ' · ', array_filter( array( $status, text_of( $case, 'forum' ), substr( $date, 0, 10 ) ) ) ) : '';
}

/** Returns a member as one line of text, cut where the format ends it: WordPress cleans a long text in quadratic time. */
function text_of( $node, $name ) {
	$value = is_array( $node ) ? $node[ $name ] ?? '' : '';
	return is_string( $value ) ? sanitize_text_field( mb_substr( substr( $value, 0, 4 * MAX_TEXT ), 0, MAX_TEXT ) ) : '';
}
