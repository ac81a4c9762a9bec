<?php
/**
 * Reads snapshot.json, the copy that a publisher's site has beside each item. The guide "The built site" documents it.
 *
 * A card is an array: epoch, sequence, revision, html, title, lang, dir, url (of the page), feed, item.
 *
 * @package Placard
 */

namespace Placard;

const NUMBERS = array( 'epoch', 'sequence', 'revision' );
const TEXTS   = array( 'html', 'title', 'lang', 'dir', 'url', 'feed', 'item' );

/** Returns whether the JSON has the form of a snapshot. */
function is_snapshot( $data ) {
	foreach ( array_merge( NUMBERS, TEXTS ) as $name ) {
		$value = $data[ $name ] ?? null;
		if ( in_array( $name, NUMBERS, true ) ? ! is_count( $value ) : ! is_string( $value ) ) {
			return false;
		}
	}
	return true;
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
	$clean = array(
		'html'  => clean_html( $data['html'] ),
		'title' => line_in( $data, 'title' ),
		'lang'  => line_in( $data, 'lang' ),
		'dir'   => 'rtl' === $data['dir'] ? 'rtl' : 'ltr',
		'url'   => web_address( $data['url'] ),
		'feed'  => web_address( $data['feed'] ),
	);
	if ( ! $clean['html'] || ! $clean['url'] || ! $clean['feed'] ) {
		return new \WP_Error( 'format' );
	}
	return $clean + array_intersect_key( $data, array_flip( array_merge( NUMBERS, TEXTS ) ) );
}

/** Returns whether one of the keys signed the snapshot with Ed25519. */
function is_signed( array $data, $keys ) {
	$lines = array( 'placard-snapshot' );
	foreach ( array( 'epoch', 'sequence', 'revision', 'feed', 'url', 'lang', 'dir' ) as $name ) {
		$lines[] = $data[ $name ];
	}
	$text = implode( "\n", array_merge( $lines, array( hash( 'sha256', $data['html'] ), hash( 'sha256', $data['item'] ), $data['title'] ) ) );
	foreach ( wp_parse_list( $keys ) as $key ) {
		try {
			$signature = sodium_base642bin( text_in( $data['signature'] ?? null, $key ), SODIUM_BASE64_VARIANT_URLSAFE_NO_PADDING );
			$public    = sodium_base642bin( $key, SODIUM_BASE64_VARIANT_URLSAFE_NO_PADDING );
			if ( sodium_crypto_sign_verify_detached( $signature, $text, $public ) ) {
				return true;
			}
		} catch ( \SodiumException $e ) {
			continue; // The signature or the key is of another form.
		}
	}
	return false;
}

/** Returns an http or https address, or an empty text. */
function web_address( $value ) {
	$url = is_string( $value ) ? esc_url_raw( trim( $value ), array( 'https', 'http' ) ) : '';
	return preg_match( '~^https?://[^/@]+(/|$)~i', $url ) ? $url : '';
}

/** Returns a member that is a text or a whole number, as text; empty for any other value. */
function text_in( $node, $name ) {
	$value = is_array( $node ) ? $node[ $name ] ?? '' : '';
	return is_string( $value ) || is_int( $value ) ? (string) $value : '';
}

/** Returns a member as one line of text, cut where the format ends it: WordPress cleans a long text in quadratic time. */
function line_in( $node, $name ) {
	return sanitize_text_field( mb_substr( substr( text_in( $node, $name ), 0, 2000 ), 0, 500 ) );
}
