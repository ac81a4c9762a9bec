<?php
/**
 * Finds the snapshot or the feed of an address that a person pastes: an item's page, a feed, or a site.
 *
 * @package Placard
 */

namespace Placard;

/**
 * Returns the answer with the snapshot or the feed, and choices(), if the address has several items; or a WP_Error.
 *
 * @param string $url  The pasted address.
 * @param string $item The id of an item; empty for the first.
 */
function discover( $url, $item ) {
	$answer = request( $url );
	if ( is_wp_error( $answer ) || is_snapshot( $answer['data'] ) ) {
		return $answer;
	}
	$snapshot = snapshot_at( beside( $answer['url'], 'snapshot.json' ), $item );
	if ( $snapshot ) {
		return $snapshot;
	}
	$feed = is_feed( $answer['data'] ) ? $answer : linked_feed( $answer );
	if ( is_wp_error( $feed ) ) {
		return $feed;
	}
	$choices  = choices( $feed['data'] );
	$item     = '' === $item ? $choices[0]['value'] ?? '' : $item;
	$snapshot = snapshot_at( beside( $feed['url'], folder_of( $item ) . '/snapshot.json' ), $item );
	return array( 'choices' => $choices ) + ( $snapshot ? $snapshot : $feed );
}

/** Returns the answer of a snapshot, or null if there is none for the item. */
function snapshot_at( $url, $item ) {
	$answer = request( $url );
	return is_wp_error( $answer ) || ! is_snapshot( $answer['data'] ) || ( '' !== $item && $answer['data']['item'] !== $item ) ? null : $answer;
}

/** Returns the answer of the feed that a page names in its head, or a WP_Error. */
function linked_feed( array $page ) {
	preg_match_all( '#<link\b([^<>]+)>#i', substr( $page['body'], 0, 150 * KB_IN_BYTES ), $links );
	foreach ( $links[1] as $written ) {
		$link = array_map( 'html_entity_decode', (array) shortcode_parse_atts( trim( $written, " \t\n\r/" ) ) );
		if ( ! empty( $link['href'] ) && in_array( strtolower( $link['type'] ?? '' ), array( 'application/feed+json', 'application/json' ), true ) ) {
			$feed = request( \WP_Http::make_absolute_url( $link['href'], $page['url'] ) );
			return is_wp_error( $feed ) || is_feed( $feed['data'] ) ? $feed : new \WP_Error( 'format' );
		}
	}
	return new \WP_Error( 'no-feed' );
}

/** Returns the folder of an item on a site that `placard build` made, as src/publish/folder-name.ts and item-folders.ts name it. */
function folder_of( $id ) {
	$is_reserved = '/^(assets|server|index|feed|schema|placard-site|list|atom|sitemap|calendar|review|icon|robots|cname|readme|license|con|prn|aux|nul|com\d|lpt\d)(\.|$)|https|-[\da-f]{32}$/';
	if ( preg_match( '/^[a-z\d]([a-z\d._-]{0,62}[a-z\d])?$/', $id ) && ! preg_match( $is_reserved, $id ) ) {
		return $id;
	}
	$lower = function_exists( 'mb_strtolower' ) ? mb_strtolower( $id, 'UTF-8' ) : strtolower( $id );
	$words = preg_replace( array( '~^https?://~', '/https/', '/[^a-z\d]+/', '/^-|-$/' ), array( '', '', '-', '' ), $lower );
	$words = substr( $words, 0, 30 );
	return ( '' === $words ? 'item' : $words ) . '-' . substr( hash( 'sha256', $id ), 0, 32 );
}
