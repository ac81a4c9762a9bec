<?php
/**
 * Sends one request for JSON or a page, to public addresses only.
 *
 * @package Placard
 */

namespace Placard;

const MAX_BYTES     = 4194304; // The same as the script in the browser.
const MAX_REDIRECTS = 3;
const TIMEOUT       = 5; // Seconds, with all redirects.

/**
 * Returns the status, body, final address and validators of an answer, or a WP_Error whose code says what failed.
 *
 * @param string $url        An http or https address.
 * @param array  $validators The members etag and modified of the last answer.
 * @param int    $redirects  How many redirects may follow.
 * @param float  $deadline   Seconds since 1970; by default the time limit from now.
 */
function request( $url, array $validators = array(), $redirects = MAX_REDIRECTS, $deadline = null ) {
	$address  = public_address( $url );
	$deadline = $deadline ?? microtime( true ) + TIMEOUT;
	if ( '' === $address ) {
		return new \WP_Error( 'address' );
	}
	$headers = array(
		// The size limit must count what the memory holds.
		'Accept-Encoding'   => 'identity',
		'If-None-Match'     => $validators['etag'] ?? '',
		'If-Modified-Since' => $validators['modified'] ?? '',
	);
	$options = array(
		'timeout'             => max( 1, (int) ceil( $deadline - microtime( true ) ) ),
		'redirection'         => 0, // Each hop is checked here.
		'decompress'          => false,
		'limit_response_size' => MAX_BYTES + 1,
		'user-agent'          => 'Placard for WordPress',
		'headers'             => array_filter( $headers ),
	);
	$answer  = get_from( $address, $url, $options, $deadline );
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
		return request( $target, $validators, $redirects - 1, $deadline );
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

/**
 * Sends a request to the address that was checked: a name server could give another one the second time. Ends a slow answer, because
 * without curl the time limit of WordPress counts again with each byte.
 */
function get_from( $address, $url, array $options, $deadline ) {
	$hooks = array(
		'requests-request.progress'        => function () use ( $deadline ) {
			if ( microtime( true ) > $deadline ) {
				throw new \RuntimeException();
			}
		},
		// With TLS, another host has no certificate for the name.
		'requests-fsockopen.remote_socket' => function ( &$socket ) use ( $address ) {
			$socket = preg_replace( '~^tcp://.*:(?=\d+$)~', "tcp://$address:", $socket );
		},
		'http_api_curl'                    => function ( $handle ) use ( $address, $url ) {
			$parts = wp_parse_url( $url );
			$port  = $parts['port'] ?? ( 'https' === strtolower( $parts['scheme'] ) ? 443 : 80 );
			curl_setopt( $handle, CURLOPT_RESOLVE, array( "{$parts['host']}:$port:$address" ) ); // phpcs:ignore WordPress.WP.AlternativeFunctions.curl_curl_setopt -- the handle of WordPress itself.
		},
	);
	foreach ( $hooks as $name => $hook ) {
		add_action( $name, $hook );
	}
	try {
		return wp_safe_remote_get( $url, $options );
	} catch ( \RuntimeException $e ) {
		return new \WP_Error( 'unreachable' );
	} finally {
		foreach ( $hooks as $name => $hook ) {
			remove_action( $name, $hook );
		}
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

/**
 * Returns the numeric address of a host that is public, or the site's own; an empty text for any other. WordPress itself lets link-local
 * and other reserved networks pass.
 */
function public_address( $url ) {
	$host     = trim( (string) wp_parse_url( $url, PHP_URL_HOST ), '.' );
	$ip       = gethostbyname( $host );
	$public   = filter_var( $ip, FILTER_VALIDATE_IP, FILTER_FLAG_NO_PRIV_RANGE | FILTER_FLAG_NO_RES_RANGE );
	$is_local = ! $public || preg_match( '/^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./', $ip );
	// phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals.NonPrefixedHooknameFound -- the filter of WordPress itself.
	return ! $is_local || apply_filters( 'http_request_host_is_external', false, $host, $url ) ? $ip : '';
}

/** Returns an address on the same place, such as the snapshot beside a page. */
function beside( $url, $name ) {
	return \WP_Http::make_absolute_url( $name, strtok( $url, '?#' ) );
}
