<?php
/**
 * Reads snapshot.json, the copy that a publisher's site has beside each item. The guide "The built site" documents it.
 *
 * A card is an array: epoch, sequence, revision, html, title, lang, dir, url (of the page), feed, item.
 *
 * @package Placard
 */

namespace Placard;

const NUMBERS  = array( 'epoch', 'sequence', 'revision' );
const TEXTS    = array( 'html', 'title', 'lang', 'dir', 'url', 'feed', 'item' );
const MAX_STEP = 10000; // A publisher adds 1 with each publication. A larger step is a mistake or an attack.

/** Returns whether the JSON has the form of a snapshot. */
function is_snapshot( $data ) {
	$get = function ( $name ) use ( $data ) {
		return $data[ $name ] ?? null;
	};
	return is_array( $data ) && array_filter( array_map( $get, NUMBERS ), __NAMESPACE__ . '\is_count' ) === array_map( $get, NUMBERS )
		&& array_filter( array_map( $get, TEXTS ), 'is_string' ) === array_map( $get, TEXTS );
}

/** Returns whether a value is a whole number from 0. */
function is_count( $value ) {
	return is_int( $value ) && $value >= 0;
}

/**
 * Returns the card of a snapshot, or a WP_Error.
 *
 * @param array       $data    The decoded JSON.
 * @param string      $address Where it is.
 * @param string|null $keys    The pinned public keys, with a space between two. An empty text accepts no key.
 */
function read_snapshot( array $data, $address, $keys ) {
	if ( null !== $keys ) {
		if ( ! is_signed( $data, $keys ) ) {
			return new \WP_Error( 'signature' );
		}
		if ( beside( $address, 'feed.json' ) !== $data['feed'] ) {
			return new \WP_Error( 'another-feed' );
		}
	}
	$card         = array_intersect_key( $data, array_flip( array_merge( NUMBERS, TEXTS ) ) );
	$card['html'] = clean_html( $data['html'] );
	if ( '' === $card['html'] ) {
		return new \WP_Error( 'html' );
	}
	$card['title'] = text_of( $data, 'title' );
	$card['dir']   = 'rtl' === $data['dir'] ? 'rtl' : 'ltr';
	$card['lang']  = text_of( $data, 'lang' );
	foreach ( array( 'url', 'feed' ) as $name ) {
		$card[ $name ] = web_address( $data[ $name ] );
		if ( '' === $card[ $name ] ) {
			return new \WP_Error( 'format' );
		}
	}
	return $card;
}

/** Returns whether one of the keys signed the snapshot with Ed25519. */
function is_signed( array $data, $keys ) {
	$lines = array( 'placard-snapshot' );
	foreach ( array( 'epoch', 'sequence', 'revision', 'feed', 'url', 'lang', 'dir' ) as $name ) {
		$lines[] = $data[ $name ];
	}
	$text = implode( "\n", array_merge( $lines, array( hash( 'sha256', $data['html'] ), hash( 'sha256', $data['item'] ), $data['title'] ) ) );
	foreach ( preg_split( '/\s+/', $keys, -1, PREG_SPLIT_NO_EMPTY ) as $key ) {
		$signature = $data['signature'][ $key ] ?? '';
		try {
			if ( is_string( $signature ) && sodium_crypto_sign_verify_detached( from_base64url( $signature ), $text, from_base64url( $key ) ) ) {
				return true;
			}
		} catch ( \SodiumException $e ) {
			continue; // The signature or the key has another length.
		}
	}
	return false;
}

/** Returns the bytes of base64url. */
function from_base64url( $text ) {
	return (string) base64_decode( strtr( $text, '-_', '+/' ), true ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.obfuscation_base64_decode
}

/** Returns an http or https address, or an empty text. */
function web_address( $value ) {
	$url = is_string( $value ) ? esc_url_raw( trim( $value ), array( 'https', 'http' ) ) : '';
	return preg_match( '~^https?://[^/@]+(/|$)~i', $url ) ? $url : '';
}

/** Returns whether one publication is older than another. */
function is_older( array $one, array $other ) {
	return array( $one['epoch'], $one['sequence'] ) < array( $other['epoch'], $other['sequence'] );
}

/** Returns whether a publisher would not take this step: 10,000 publications at once, or two epochs. */
function is_leap( array $from, array $to ) {
	$start = $to['epoch'] > $from['epoch'] ? 0 : $from['sequence'];
	return $to['sequence'] - $start > MAX_STEP || $to['epoch'] > $from['epoch'] + 1;
}
