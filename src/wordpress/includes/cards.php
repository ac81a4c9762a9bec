<?php
/**
 * Keeps the last good card of each source in an option of its own, and which ones are taken down.
 *
 * A source is what a block or shortcode names: url, item, key. A record is an array: source, card, is_plain (whether a feed without a
 * snapshot has it), address, etag and modified (of the last good answer), checked (its time), next (time of the next request), failures,
 * error, base (the highest publication without a leap), leapt (when a leap was seen, or 0).
 *
 * @package Placard
 */

namespace Placard;

const PREFIX = 'placard_card_';

/** Returns the source that attributes name, or null without an address. */
function source_of( $attributes ) {
	$url = web_address( $attributes['url'] ?? '' );
	return ! $url ? null : array(
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
	$zeros = array_fill_keys( array( 'checked', 'next', 'failures', 'leapt' ), 0 );
	return $zeros + array(
		'source'  => $source,
		'card'    => null,
		'address' => '',
		'error'   => '',
		'base'    => array_fill_keys( NUMBERS, 0 ),
	);
}

/** Returns the record, or null. */
function get_record( $id ) {
	return get_option( PREFIX . $id, null );
}

/** Writes the record. It is not loaded with every page. */
function save_record( $id, array $record ) {
	update_option( PREFIX . $id, $record, false );
}

/** Returns all records by id. */
function all_records() {
	global $wpdb;
	// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- WordPress has no list of options by prefix.
	$names   = $wpdb->get_col( $wpdb->prepare( "SELECT option_name FROM $wpdb->options WHERE option_name LIKE %s", $wpdb->esc_like( PREFIX ) . '%' ) );
	$records = array();
	foreach ( $names as $name ) {
		$records[ substr( $name, strlen( PREFIX ) ) ] = get_option( $name );
	}
	return $records;
}

/** Returns the ids that an editor took down. They have an option of their own, which no renewal overwrites. */
function taken_down() {
	return (array) get_option( 'placard_down', array() );
}

/** Takes cards down, or shows them again. */
function set_down( array $ids, $down ) {
	$others = array_diff( taken_down(), $ids );
	update_option( 'placard_down', array_merge( $others, $down ? $ids : array() ) );
	array_map( __NAMESPACE__ . '\update_posts_of', $ids );
}

/** Returns the HTML that posts show: null before the first good answer, and empty for a card that is taken down. */
function copy_of( $id ) {
	return in_array( $id, taken_down(), true ) ? '' : get_record( $id )['card']['html'] ?? null;
}
