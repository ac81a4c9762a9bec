<?php
/**
 * Sends one request for JSON or a page, to public addresses only.
 *
 * @package Placard
 */

namespace Placard;

const MAX_BYTES     = 4194304; // The same as the script in the browser.
const MAX_REDIRECTS = 3;
const TIMEOUT       = 5; // Seconds.

/**
 * Returns the status, body, final address and validators of an answer, or a WP_Error whose code says what failed.
 *
 * @param string $url        An http or https address.
 * @param array  $validators The members etag and modified of the last answer.
 * @param int    $redirects  How many redirects may follow.
 */
function request( $url, array $validators = array(), $redirects = MAX_REDIRECTS ) {
	if ( ! is_public( $url ) ) {
		return new \WP_Error( 'address' );
	}
	$headers = array(
		// The size limit must count what the memory holds.
		'Accept-Encoding'   => 'identity',
		'If-None-Match'     => $validators['etag'] ?? '',
		'If-Modified-Since' => $validators['modified'] ?? '',
	);
	$options = array(
		'timeout'             => TIMEOUT,
		'redirection'         => 0, // Each hop is checked here.
		'decompress'          => false,
		'limit_response_size' => MAX_BYTES + 1,
		'user-agent'          => 'Placard for WordPress',
		'headers'             => array_filter( $headers ),
	);
	$answer  = get_in_time( $url, $options );
	if ( is_wp_error( $answer ) ) {
		return new \WP_Error( 'unreachable' );
	}
	$status   = wp_remote_retrieve_response_code( $answer );
	$location = wp_remote_retrieve_header( $answer, 'location' );
	if ( in_array( $status, array( 301, 302, 303, 307, 308 ), true ) && is_string( $location ) && $location && $redirects ) {
		$target = \WP_Http::make_absolute_url( $location, $url );
		if ( 0 === strpos( $url, 'https:' ) && 0 !== strpos( $target, 'https:' ) ) {
			return new \WP_Error( 'address' );
		}
		return request( $target, $validators, $redirects - 1 );
	}
	if ( 200 !== $status && 304 !== $status ) {
		return new \WP_Error( "status-$status", '', retry_after( $answer ) );
	}
	$body = wp_remote_retrieve_body( $answer );
	if ( strlen( $body ) > MAX_BYTES ) {
		return new \WP_Error( 'too-large' );
	}
	return array(
		'status'   => $status,
		'url'      => $url,
		'body'     => $body,
		'etag'     => (string) wp_remote_retrieve_header( $answer, 'etag' ),
		'modified' => (string) wp_remote_retrieve_header( $answer, 'last-modified' ),
	);
}

/** Ends a slow answer. Without curl, the time limit of WordPress counts again with each byte. */
function get_in_time( $url, array $options ) {
	$deadline = microtime( true ) + TIMEOUT;
	$guard    = function () use ( $deadline ) {
		if ( microtime( true ) > $deadline ) {
			throw new \RuntimeException();
		}
	};
	add_action( 'requests-request.progress', $guard );
	try {
		return wp_safe_remote_get( $url, $options );
	} catch ( \RuntimeException $e ) {
		return new \WP_Error( 'unreachable' );
	} finally {
		remove_action( 'requests-request.progress', $guard );
	}
}

/** Adds the decoded JSON to the answer as its member data: null for text that is no JSON object. */
function request_json( $url, array $validators = array() ) {
	$answer = request( $url, $validators );
	if ( is_wp_error( $answer ) || 304 === $answer['status'] ) {
		return $answer;
	}
	$data           = json_decode( preg_replace( '/^\xEF\xBB\xBF/', '', $answer['body'] ), true, 64 );
	$answer['data'] = is_array( $data ) ? $data : null;
	return $answer;
}

/** Returns the seconds that the host asks to wait, at most a day. */
function retry_after( $answer ) {
	$value   = (string) wp_remote_retrieve_header( $answer, 'retry-after' );
	$seconds = ctype_digit( $value ) ? (int) $value : (int) strtotime( $value ) - time();
	return max( 0, min( DAY_IN_SECONDS, $seconds ) );
}

/** Returns whether the host is public, or the site's own. WordPress itself lets link-local and other reserved networks pass. */
function is_public( $url ) {
	$host     = trim( (string) wp_parse_url( $url, PHP_URL_HOST ), '.' );
	$ip       = gethostbyname( $host );
	$public   = filter_var( $ip, FILTER_VALIDATE_IP, FILTER_FLAG_NO_PRIV_RANGE | FILTER_FLAG_NO_RES_RANGE );
	$is_local = ! $public || preg_match( '/^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./', $ip );
	// phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals.NonPrefixedHooknameFound -- the filter of WordPress itself.
	return ! $is_local || apply_filters( 'http_request_host_is_external', false, $host, $url );
}

/** Returns an address on the same place, such as the snapshot beside a page. */
function beside( $url, $name ) {
	return \WP_Http::make_absolute_url( $name, strtok( $url, '?#' ) );
}
