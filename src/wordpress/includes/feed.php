<?php
/**
 * Makes a small card from a feed without a snapshot: title, status line and link.
 *
 * @package Placard
 */

namespace Placard;

const MAX_CHOICES = 100;

/** Returns whether the JSON is a feed. */
function is_feed( $data ) {
	return is_array( $data['items'] ?? null ) && 0 === strpos( line_in( $data, 'version' ), 'https://jsonfeed.org/version/1' );
}

/** Returns the published items by id: the first of each id. Neither a draft nor an item whose time has not come is shown. */
function published_items( array $feed ) {
	$items = array();
	foreach ( $feed['items'] as $item ) {
		$id = text_in( $item, 'id' );
		if ( '' !== $id && ! isset( $items[ $id ] ) && is_published( $item ) ) {
			$items[ $id ] = $item;
		}
	}
	return $items;
}

/** Returns the publisher's extension of a feed or an item. */
function extension_of( array $node ) {
	return is_array( $node['_placard'] ?? null ) ? $node['_placard'] : array();
}

/** Returns whether an item is no draft, and its time has come. A retraction is shown at once. */
function is_published( array $item ) {
	$extension = extension_of( $item );
	$start     = max( moment_of( $extension['publish_at'] ?? '' ), moment_of( $item['date_published'] ?? '' ) );
	$is_due    = $start <= time() + 5 * MINUTE_IN_SECONDS || 'retraction' === ( $extension['change'] ?? '' );
	return $is_due && false === ( $extension['draft'] ?? false );
}

/** Returns the start of a date, in seconds since 1970; 0 for a value that is none. A day or a year begins first at UTC+14. */
function moment_of( $date ) {
	$date = is_string( $date ) ? substr( $date, 0, 50 ) : '';
	return (int) strtotime( strlen( $date ) > 10 ? $date : substr( "$date-01-01", 0, 10 ) . 'T00:00:00+14:00' );
}

/** Returns the ids and titles for an author who chooses an item, as the editor needs them. */
function choices( array $feed ) {
	$choices = array();
	foreach ( array_slice( published_items( $feed ), 0, MAX_CHOICES, true ) as $id => $item ) {
		$title     = line_in( $item, 'title' );
		$choices[] = array(
			'value' => (string) $id,
			'label' => '' === $title ? (string) $id : $title,
		);
	}
	return $choices;
}

/** Returns the content of a snapshot.json for an item, or null without the item. A retracted item shows nothing of its text. */
function snapshot_of( array $feed, $address, $id ) {
	$items = published_items( $feed );
	$id    = '' === $id ? (string) key( $items ) : $id;
	$item  = $items[ $id ] ?? null;
	if ( ! $item ) {
		return null;
	}
	$title   = line_in( $item, 'title' );
	$page    = web_address( $item['url'] ?? '' );
	$page    = $page ? $page : $address;
	$lang    = line_in( isset( $item['language'] ) ? $item : $feed, 'language' );
	$dir     = preg_match( '/^(ar|arc|ckb|dv|fa|he|ks|ku-Arab|ps|sd|ug|ur|yi)\b/i', $lang ) ? 'rtl' : 'ltr';
	$heading = '<h2 class="placard-headline"><a href="%s" rel="noreferrer">%s</a></h2>';
	$heading = sprintf( $heading, esc_url( $page ), esc_html( '' === $title ? wp_parse_url( $page, PHP_URL_HOST ) : $title ) );
	$status  = status_line( $item );
	if ( is_retracted( $items, $id ) ) {
		$heading = '';
		$status  = __( 'Withdrawn', 'placard' );
	}
	$line    = '<p class="placard-stamp" lang="%s" dir="%s"><strong>%s</strong></p>';
	$line    = '' === $status ? '' : sprintf( $line, esc_attr( get_bloginfo( 'language' ) ), is_rtl() ? 'rtl' : 'ltr', esc_html( $status ) );
	$numbers = array_intersect_key( extension_of( $feed ), array_flip( array( 'epoch', 'sequence' ) ) );
	return array_filter( $numbers, __NAMESPACE__ . '\is_count' ) + array_fill_keys( NUMBERS, 0 ) + array(
		'html'  => sprintf( '<div class="placard-snapshot" lang="%s" dir="%s"><div class="placard-card">%s</div></div>', esc_attr( $lang ), $dir, "$heading\n$line" ),
		'title' => $title,
		'lang'  => $lang,
		'dir'   => $dir,
		'url'   => $page,
		'feed'  => $address,
		'item'  => $id,
	);
}

/** Returns whether an item is retracted, or the original that it names, or one that names it as its translation. */
function is_retracted( array $items, $id, $steps = 8 ) {
	if ( 'retraction' === ( extension_of( $items[ $id ] )['change'] ?? '' ) ) {
		return true;
	}
	$original = array_search( 'original', links_of( $items, $id ), true );
	// The first one in the feed counts, as in the script: src/feed/translation-graph.ts.
	foreach ( false === $original ? array_reverse( array_keys( $items ) ) : array() as $other ) {
		$links    = links_of( $items, $other );
		$original = isset( $links[ $id ] ) && ! in_array( 'original', $links, true ) ? $other : $original;
	}
	return false !== $original && $steps > 0 && is_retracted( $items, $original, $steps - 1 );
}

/** Returns the kind of each translation of an item, by ids. */
function links_of( array $items, $id ) {
	$links = array();
	foreach ( (array) ( extension_of( $items[ $id ] )['translations'] ?? array() ) as $link ) {
		$other = text_in( $link, 'item_id' );
		if ( isset( $items[ $other ] ) && (string) $id !== $other ) {
			$links[ $other ] = text_in( $link, 'kind' );
		}
	}
	return $links;
}

/** Returns the status of the first case, with its forum and date. */
function status_line( array $item ) {
	$case  = extension_of( $item )['cases'][0] ?? array();
	$words = array(
		'none'          => __( 'No court case', 'placard' ),
		'investigating' => __( 'Under investigation', 'placard' ),
		'pending'       => __( 'Case pending', 'placard' ),
		'decided'       => __( 'Decided', 'placard' ),
		'appealed'      => __( 'Under appeal', 'placard' ),
		'closed'        => __( 'Case closed', 'placard' ),
	);
	$word  = $words[ line_in( $case, 'status' ) ] ?? '';
	$date  = is_array( $case['as_of'] ?? null ) ? line_in( $case['as_of'], 'date' ) : line_in( $case, 'as_of' );
	return $word ? implode( ' · ', array_filter( array( $word, line_in( $case, 'forum' ), substr( $date, 0, 10 ) ) ) ) : '';
}
