<?php
/**
 * Keeps the last good card of each source in an option of its own, and which ones are taken down.
 *
 * A source is what a block or shortcode names: url, item, key. A record is an array: source, kind, address, validators, card,
 * checked (time of the last good answer), next (time of the next request), failures, error, base (the highest publication without a
 * leap), leapt (when a leap was seen, or 0).
 *
 * @package Placard
 */

namespace Placard;

const PREFIX = 'placard_card_';

/** Returns the source that attributes name, or null without an address. */
function source_of( $attributes ) {
	$url = web_address( $attributes['url'] ?? '' );
	if ( ! $url ) {
		return null;
	}
	return array(
		'url'  => $url,
		'item' => (string) ( $attributes['item'] ?? '' ),
		'key'  => isset( $attributes['key'] ) ? trim( (string) $attributes['key'] ) : null,
	);
}

/** Returns the name of a source's record. */
function id_of( array $source ) {
	return md5( (string) wp_json_encode( $source ) );
}

/** Returns the record of a source before its first answer. */
function new_record( array $source ) {
	return array(
		'source'     => $source,
		'kind'       => '',
		'address'    => '',
		'validators' => array(),
		'card'       => null,
		'checked'    => 0,
		'next'       => 0,
		'failures'   => 0,
		'error'      => '',
		'base'       => array(
			'epoch'    => 0,
			'sequence' => 0,
		),
		'leapt'      => 0,
	);
}

/** Returns the record, or null. */
function get_record( $id ) {
	$record = get_option( PREFIX . $id );
	return is_array( $record ) ? $record : null;
}

/** Writes the record. It is not loaded with every page. */
function save_record( $id, array $record ) {
	update_option( PREFIX . $id, $record, false );
}

/** Returns all records by id. */
function all_records() {
	global $wpdb;
	// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- WordPress has no list of options by prefix.
	$names = $wpdb->get_col( $wpdb->prepare( "SELECT option_name FROM $wpdb->options WHERE option_name LIKE %s", $wpdb->esc_like( PREFIX ) . '%' ) );
	$ids   = array_map(
		function ( $name ) {
			return substr( $name, strlen( PREFIX ) );
		},
		$names
	);
	return array_filter( array_combine( $ids, array_map( __NAMESPACE__ . '\get_record', $ids ) ) );
}

/** Returns the ids that an editor took down. They have an option of their own, which no renewal overwrites. */
function taken_down() {
	return (array) get_option( 'placard_down', array() );
}

/** Takes cards down, or shows them again. */
function set_down( array $ids, $down ) {
	update_option( 'placard_down', array_values( $down ? array_unique( array_merge( taken_down(), $ids ) ) : array_diff( taken_down(), $ids ) ) );
	foreach ( $ids as $id ) {
		update_posts_of( $id );
	}
}

/** Returns the HTML that posts show: null before the first good answer, and empty for a card that is taken down. */
function copy_of( $id ) {
	if ( in_array( $id, taken_down(), true ) ) {
		return '';
	}
	$record = get_record( $id );
	return $record['card']['html'] ?? null;
}
