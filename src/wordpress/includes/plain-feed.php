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
	return isset( $data['version'], $data['items'] ) && is_array( $data['items'] ) && is_string( $data['version'] )
		&& 0 === strpos( $data['version'], 'https://jsonfeed.org/version/1' );
}

/** Returns the title by item id, for an author who chooses one. */
function choices( array $feed ) {
	$titles = array();
	foreach ( array_slice( $feed['items'], 0, MAX_CHOICES ) as $item ) {
		$id = $item['id'] ?? null;
		if ( is_string( $id ) || is_int( $id ) ) {
			$title         = text_of( $item, 'title' );
			$titles[ $id ] = '' === $title ? (string) $id : $title;
		}
	}
	return $titles;
}

/** Returns the item with an id, and without one the first. */
function find_item( array $feed, $id ) {
	foreach ( $feed['items'] as $item ) {
		if ( is_array( $item ) && isset( $item['id'] ) && ( '' === $id || (string) $item['id'] === $id ) ) {
			return $item;
		}
	}
	return null;
}

/** Returns the card of an item, or a WP_Error. */
function read_feed( array $feed, $address, $id, $keys ) {
	if ( null !== $keys ) {
		return new \WP_Error( 'signature' ); // Only a snapshot has a signature that PHP can check.
	}
	$item = find_item( $feed, $id );
	if ( ! $item ) {
		return new \WP_Error( 'item-missing' );
	}
	$head = $feed['_placard'] ?? array();
	$own  = $item['_placard'] ?? array();
	$page = web_address( $item['url'] ?? '' );
	$lang = text_of( $item, 'language' ) ?: text_of( $feed, 'language' ); // phpcs:ignore Universal.Operators.DisallowShortTernary.Found
	$dir  = preg_match( '/^(ar|arc|ckb|dv|fa|he|ks|ku-Arab|ps|sd|ug|ur|yi)\b/i', $lang ) ? 'rtl' : 'ltr';
	return array(
		'epoch'    => is_count( $head['epoch'] ?? null ) ? $head['epoch'] : 0,
		'sequence' => is_count( $head['sequence'] ?? null ) ? $head['sequence'] : 0,
		'revision' => is_count( $own['revision'] ?? null ) ? $own['revision'] : 0,
		'html'     => plain_html( $feed, $item, $page ? $page : $address, $lang, $dir ),
		'title'    => text_of( $item, 'title' ),
		'lang'     => $lang,
		'dir'      => $dir,
		'url'      => $page ? $page : $address,
		'feed'     => $address,
		'item'     => (string) $item['id'],
	);
}

/** Returns the HTML with the classes of a snapshot. A retracted item shows nothing of its text. */
function plain_html( array $feed, array $item, $url, $lang, $dir ) {
	$title   = text_of( $item, 'title' );
	$link    = sprintf( '<a href="%s" rel="noreferrer">%s</a>', esc_url( $url ), esc_html( '' === $title ? (string) wp_parse_url( $url, PHP_URL_HOST ) : $title ) );
	$status  = is_retracted( $feed, $item ) ? __( 'Withdrawn', 'placard' ) : status_line( $item );
	$heading = is_retracted( $feed, $item ) ? '' : "<h2 class=\"placard-headline\">$link</h2>";
	$line    = $status ? sprintf( '<p class="placard-stamp" lang="%s" dir="%s"><strong>%s</strong></p>', esc_attr( get_bloginfo( 'language' ) ), is_rtl() ? 'rtl' : 'ltr', esc_html( $status ) ) : '';
	$html    = sprintf( '<div class="placard-snapshot" lang="%s" dir="%s"><div class="placard-card">%s</div></div>', esc_attr( $lang ), $dir, implode( "\n", array_filter( array( $heading, $line ) ) ) );
	return clean_html( $html );
}

/** Returns whether the item, or the original that it translates, is retracted. */
function is_retracted( array $feed, array $item ) {
	$id = (string) $item['id'];
	foreach ( $feed['items'] as $other ) {
		$links       = array_column( (array) ( $item['_placard']['translations'] ?? array() ), 'kind', 'item_id' );
		$back        = array_column( (array) ( $other['_placard']['translations'] ?? array() ), 'kind', 'item_id' );
		$other_id    = (string) ( $other['id'] ?? '' );
		$is_original = 'original' === ( $links[ $other_id ] ?? '' ) || in_array( $back[ $id ] ?? '', array( 'official', 'machine' ), true );
		if ( ( $other_id === $id || $is_original ) && 'retraction' === ( $other['_placard']['change'] ?? '' ) ) {
			return true;
		}
	}
	return false;
}

/** Returns the status of the first case, with its forum and date. */
function status_line( array $item ) {
	$case   = $item['_placard']['cases'][0] ?? array();
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

/** Returns a member as one line of text. */
function text_of( $node, $name ) {
	$value = is_array( $node ) ? $node[ $name ] ?? '' : '';
	return is_string( $value ) ? sanitize_text_field( $value ) : '';
}
