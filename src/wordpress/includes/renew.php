<?php
/**
 * Renews cards in the background. A card never goes back to an older publication, and stays as it is while its publisher is down.
 *
 * @package Placard
 */

namespace Placard;

const INTERVAL   = 900; // Seconds between two requests.
const MAX_RUN    = 50; // Seconds for all requests of one run.
const MAX_STEP   = 10000; // A publisher adds 1 with each publication. A larger step is a mistake or an attack.
const LEAP_BINDS = 86400; // Seconds: after an attack with a huge number, the publisher's own answer wins within a day.

add_action( 'init', __NAMESPACE__ . '\schedule' );
add_action( 'placard_renew', __NAMESPACE__ . '\schedule', 9 );
add_action( 'placard_renew', __NAMESPACE__ . '\renew_all' );
add_action( 'placard_ensure', __NAMESPACE__ . '\ensure' );

/** Plans the next renewal. */
function schedule() {
	if ( ! wp_next_scheduled( 'placard_renew' ) ) {
		wp_schedule_single_event( time() + INTERVAL, 'placard_renew' );
	}
}

/** Removes the plans for the current site. */
function unschedule() {
	wp_unschedule_hook( 'placard_renew' );
	wp_unschedule_hook( 'placard_ensure' );
}

/** Renews each card that is due, the longest waiting first. */
function renew_all() {
	$start = time();
	foreach ( wp_list_sort( all_records(), 'next', 'ASC', true ) as $id => $record ) {
		if ( $record['next'] > $start || time() - $start > MAX_RUN ) {
			return;
		}
		renew( $id );
	}
}

/** Makes the record of a source and asks for its card, if it has none. Returns the id. */
function ensure( array $source ) {
	$id = id_of( $source );
	if ( ! get_record( $id ) ) {
		save_record( $id, new_record( $source ) );
		renew( $id );
	}
	return $id;
}

/** Asks once for a card, and writes it into all posts that show it. */
function renew( $id ) {
	$record = get_record( $id );
	$before = copy_of( $id );
	save_record( $id, array( 'next' => time() + INTERVAL ) + $record ); // If this answer ends PHP, the next run begins with the others.
	try {
		$result = accept( $record, $record['address'] ? request( $record['address'], $record ) : discover( $record['source']['url'], $record['source']['item'] ) );
	} catch ( \Throwable $e ) {
		$result = new \WP_Error( 'format' ); // One publisher must not stop the schedule for the others.
	}
	if ( is_wp_error( $result ) ) {
		$error  = $result->get_error_code();
		$pause  = max( INTERVAL * 2 ** min( $record['failures'], 7 ), (int) $result->get_error_data() );
		$result = array(
			'failures' => $record['failures'] + 1,
			'address'  => 'status-404' === $error ? '' : $record['address'],
		);
	} else {
		$error   = '';
		$pause   = INTERVAL - MINUTE_IN_SECONDS; // The schedule is not exact to the second, and must not skip every other run.
		$result += array(
			'checked'  => time(),
			'failures' => 0,
		);
	}
	$always = array(
		'error' => $error,
		'next'  => time() + min( $pause, DAY_IN_SECONDS ),
	);
	save_record( $id, $always + $result + $record );
	if ( copy_of( $id ) !== $before ) {
		update_posts_of( $id );
	}
}

/** Returns the members of the record that change if the answer is good, or a WP_Error. */
function accept( array $record, $answer ) {
	if ( is_wp_error( $answer ) ) {
		return $answer;
	}
	if ( 304 === $answer['status'] && $record['card'] ) {
		return array();
	}
	$known    = $record['card']['item'] ?? $record['source']['item'];
	$is_plain = is_feed( $answer['data'] );
	if ( $is_plain && $record['card'] && ! $record['is_plain'] ) {
		return new \WP_Error( 'status-404' ); // The small card of a feed does not replace a snapshot.
	}
	$data = $is_plain ? snapshot_of( $answer['data'], $answer['url'], $known ) : $answer['data'];
	if ( ! is_snapshot( $data ) ) {
		return new \WP_Error( $is_plain ? 'item-missing' : 'format' );
	}
	$card = read_snapshot( $data, $answer['url'], $record['source']['key'] );
	if ( is_wp_error( $card ) ) {
		return $card;
	}
	if ( '' !== $known && $known !== $card['item'] ) {
		return new \WP_Error( 'another-item' );
	}
	$version = version_after( $record, $card );
	return is_wp_error( $version ) ? $version : $version + array(
		'card'     => $card,
		'is_plain' => $is_plain,
		'address'  => $record['address'] ? $record['address'] : $answer['url'],
		'etag'     => $answer['etag'],
		'modified' => $answer['modified'],
	);
}

/**
 * Returns the highest publication that binds for good, and when a leap was seen; or a WP_Error for an older publication. Only a
 * signature confirms a leap: without one, it binds for a day.
 */
function version_after( array $record, array $card ) {
	$base   = $record['base'];
	$newest = $record['card'] ?? $base;
	$order  = compare( $card, $newest );
	if ( $order < 0 ) {
		$has_lapsed = null === $record['source']['key'] && $record['leapt'] && abs( time() - $record['leapt'] ) >= LEAP_BINDS;
		if ( ! $has_lapsed || compare( $card, $base ) < 0 ) {
			return new \WP_Error( 'rollback' );
		}
	}
	$start = $card['epoch'] > $base['epoch'] ? 0 : $base['sequence'];
	if ( $card['sequence'] - $start <= MAX_STEP && $card['epoch'] <= $base['epoch'] + 1 ) {
		return array(
			'base'  => array_intersect_key( $card, array_flip( NUMBERS ) ),
			'leapt' => 0,
		);
	}
	return array( 'leapt' => 0 === $order ? $record['leapt'] : time() );
}

/** Returns a number below, at or above 0, if the first publication is older, the same or newer. */
function compare( array $one, array $other ) {
	return array( $one['epoch'], $one['sequence'] ) <=> array( $other['epoch'], $other['sequence'] );
}
