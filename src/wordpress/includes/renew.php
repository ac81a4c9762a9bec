<?php
/**
 * Renews cards in the background. A card never goes back to an older publication, and stays as it is while its publisher is down.
 *
 * @package Placard
 */

namespace Placard;

const INTERVAL   = 900; // Seconds between two requests, and the interval of the schedule.
const LEAP_BINDS = 86400; // Seconds: after an attack with a huge number, the publisher's own answer wins within a day.
const MAX_RUN    = 50; // Seconds for all requests of one run.

add_filter(
	'cron_schedules', // phpcs:ignore WordPress.WP.CronInterval.CronSchedulesInterval -- the status of a case must not wait.
	function ( $schedules ) {
		$schedules['placard'] = array(
			'interval' => INTERVAL,
			'display'  => 'Placard',
		);
		return $schedules;
	}
);
add_action(
	'init',
	function () {
		if ( ! wp_next_scheduled( 'placard_renew' ) ) {
			wp_schedule_event( time(), 'placard', 'placard_renew' );
		}
	}
);
add_action( 'placard_renew', __NAMESPACE__ . '\renew_all' );
add_action( 'placard_ensure', __NAMESPACE__ . '\ensure' );

/** Renews each card that is due, the longest waiting first. */
function renew_all() {
	$start   = time();
	$records = all_records();
	uasort(
		$records,
		function ( $one, $other ) {
			return $one['next'] <=> $other['next'];
		}
	);
	foreach ( $records as $id => $record ) {
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

/**
 * Asks once for a card, and writes it into all posts that show it.
 *
 * @param string $id   Of the record.
 * @param bool   $anew Whether to begin at the pasted address, as after an answer 404.
 */
function renew( $id, $anew = false ) {
	$record = get_record( $id );
	$anew   = $anew || ! $record['address'] || 'status-404' === $record['error'];
	$source = $record['source'];
	try {
		$answer = accept( $record, $anew ? discover( $source['url'], $source['item'] ) : request_json( $record['address'], $record['validators'] ) );
	} catch ( \Throwable $e ) {
		$answer = new \WP_Error( 'format' ); // One publisher must not stop the schedule for the others.
	}
	if ( is_wp_error( $answer ) ) {
		++$record['failures'];
		$record['error'] = $answer->get_error_code();
		$pause           = min( DAY_IN_SECONDS, INTERVAL * 2 ** min( $record['failures'] - 1, 7 ) );
		$record['next']  = time() + max( $pause, (int) $answer->get_error_data() );
		save_record( $id, $record );
		return;
	}
	$before = $record['card']['html'] ?? null;
	$record = array_merge( $record, $answer );
	// The schedule is not exact to the second, and must not skip every other run.
	$record = array_merge(
		$record,
		array(
			'checked'  => time(),
			'next'     => time() + INTERVAL - MINUTE_IN_SECONDS,
			'failures' => 0,
			'error'    => '',
		)
	);
	save_record( $id, $record );
	if ( $record['card']['html'] !== $before ) {
		update_posts_of( $id );
	}
}

/** Returns the members of the record that change if the answer is good, or a WP_Error. */
function accept( array $record, $answer ) {
	$source = $record['source'];
	if ( is_wp_error( $answer ) ) {
		return $answer;
	}
	if ( 304 === $answer['status'] ) {
		return $record['card'] ? array() : new \WP_Error( 'format' );
	}
	$kind = $answer['kind'] ?? $record['kind'];
	$data = $answer['data'];
	if ( 'snapshot' === $record['kind'] && 'snapshot' !== $kind ) {
		return new \WP_Error( 'status-404' ); // The small card of a feed does not replace a snapshot.
	}
	if ( ! ( 'snapshot' === $kind ? is_snapshot( $data ) : is_feed( $data ) ) ) {
		return new \WP_Error( 'format' );
	}
	$known = $record['card']['item'] ?? $source['item'];
	$card  = 'snapshot' === $kind ? read_snapshot( $data, $answer['url'], $source['key'] ) : read_feed( $data, $answer['url'], $known, $source['key'] );
	if ( is_wp_error( $card ) ) {
		return $card;
	}
	if ( '' !== $known && $known !== $card['item'] ) {
		return new \WP_Error( 'another-item' );
	}
	$version = version_after( $record, $card );
	if ( is_wp_error( $version ) ) {
		return $version;
	}
	return $version + array(
		'kind'       => $kind,
		'address'    => isset( $answer['kind'] ) ? $answer['url'] : $record['address'],
		'validators' => array_intersect_key( $answer, array_flip( array( 'etag', 'modified' ) ) ),
		'card'       => $card,
	);
}

/**
 * Returns the lowest publication that binds for good, and when a leap was seen; or a WP_Error for an older publication. Only a
 * signature confirms a leap: without one, it binds for a day.
 */
function version_after( array $record, array $card ) {
	$newest = $record['card'];
	if ( $newest && is_older( $card, $newest ) ) {
		$has_lapsed = null === $record['source']['key'] && $record['leapt'] && abs( time() - $record['leapt'] ) >= LEAP_BINDS;
		if ( ! $has_lapsed || is_older( $card, $record['base'] ) ) {
			return new \WP_Error( 'rollback' );
		}
	}
	$version = array_intersect_key( $card, array_flip( array( 'epoch', 'sequence' ) ) );
	if ( ! is_leap( $record['base'], $card ) ) {
		return array(
			'base'  => $version,
			'leapt' => 0,
		);
	}
	$is_same = $newest && ! is_older( $newest, $card ) && ! is_older( $card, $newest );
	return array( 'leapt' => $is_same ? $record['leapt'] : time() );
}
