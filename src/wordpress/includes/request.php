<?php
/**
 * Sends one request for JSON or a page, to public addresses only.
 *
 * @package Placard
 */

namespace Placard;

const MAX_BYTES = 4194304; // The same as the script in the browser.
const TIMEOUT   = 5; // Seconds, with all redirects.

/**
 * Returns an array: status, url (after redirects), body, data (of a JSON object, or null), etag, modified. Or a WP_Error whose code says
 * what failed, and whose data are the seconds that the host asks to wait.
 *
 * @param string $url  An http or https address.
 * @param array  $last With the members etag and modified of the last answer.
 */
function request( $url, array $last = array() ) {
	if ( ! wp_http_validate_url( $url ) ) {
		return new \WP_Error( 'address' );
	}
	$guards = guards( $url, microtime( true ) + TIMEOUT );
	foreach ( $guards as $hook => $guard ) {
		add_action( $hook, $guard, 10, 5 );
	}
	try {
		$answer = wp_safe_remote_get(
			$url,
			array(
				'redirection'         => 3,
				'decompress'          => false, // The size limit must count what the memory holds.
				'limit_response_size' => MAX_BYTES + 1,
				'user-agent'          => 'Placard for WordPress',
				'headers'             => array( 'Accept-Encoding' => 'identity' ) + array_filter(
					array(
						'If-None-Match'     => $last['etag'] ?? '',
						'If-Modified-Since' => $last['modified'] ?? '',
					)
				),
			)
		);
	} catch ( \RuntimeException $e ) {
		return new \WP_Error( $e->getMessage() );
	} finally {
		foreach ( $guards as $hook => $guard ) {
			remove_action( $hook, $guard );
		}
	}
	if ( is_wp_error( $answer ) ) {
		return new \WP_Error( 'unreachable' );
	}
	$headers = array_filter( wp_remote_retrieve_headers( $answer )->getAll(), 'is_string' );
	$status  = wp_remote_retrieve_response_code( $answer );
	$body    = wp_remote_retrieve_body( $answer );
	if ( 200 !== $status && 304 !== $status ) {
		$pause = $headers['retry-after'] ?? '';
		return new \WP_Error( "status-$status", '', is_numeric( $pause ) ? (int) $pause : strtotime( $pause ) - time() );
	}
	if ( strlen( $body ) > MAX_BYTES ) {
		return new \WP_Error( 'too-large' );
	}
	$data = json_decode( preg_replace( '/^\xEF\xBB\xBF/', '', $body ), true, 64 );
	return array(
		'status'   => $status,
		'url'      => $answer['http_response']->get_response_object()->url,
		'body'     => $body,
		'data'     => is_array( $data ) ? $data : null,
		'etag'     => $headers['etag'] ?? '',
		'modified' => $headers['last-modified'] ?? '',
	);
}

/**
 * Returns the actions that check each hop of a request, and its end.
 *
 * @param string $url      Of the first hop.
 * @param float  $deadline Seconds since 1970. The limit of WordPress counts again for each hop and, without curl, with each byte.
 */
function guards( $url, $deadline ) {
	$address = '';
	$guards  = array(
		'requests-requests.before_request' => function ( $hop, $headers, $data, $type, &$options ) use ( $url, $deadline, &$address ) {
			$address = public_address( $hop );
			if ( '' === $address || ( wp_parse_url( $url, PHP_URL_SCHEME ) === 'https' && wp_parse_url( $hop, PHP_URL_SCHEME ) !== 'https' ) ) {
				throw new \RuntimeException( 'address' );
			}
			$options['timeout']         = max( 1, $deadline - microtime( true ) );
			$options['connect_timeout'] = $options['timeout'];
		},
		'requests-request.progress'        => function () use ( $deadline ) {
			if ( microtime( true ) > $deadline ) {
				throw new \RuntimeException( 'unreachable' );
			}
		},
		// WordPress decompresses an answer without curl, and without a limit.
		'requests-requests.before_parse'   => function ( &$answer ) {
			$answer = preg_replace( '/\ncontent-encoding:[^\n]*/i', '', $answer );
		},
	);
	// The connection goes to the address that was checked: a name server could give another one the second time.
	return $guards + ( defined( 'WP_PROXY_HOST' ) ? array() : array(
		// With TLS, another host has no certificate for the name.
		'requests-fsockopen.remote_socket' => function ( &$socket ) use ( &$address ) {
			$socket = preg_replace( '~^tcp://.*:(?=\d+$)~', "tcp://$address:", $socket );
		},
		'http_api_curl'                    => function ( $handle ) use ( &$address ) {
			curl_setopt( $handle, CURLOPT_CONNECT_TO, array( "::$address:" ) ); // phpcs:ignore WordPress.WP.AlternativeFunctions.curl_curl_setopt -- the handle of WordPress itself.
		},
	) );
}

/** Returns the numeric address of a public host, or an empty text. WordPress itself lets link-local and other reserved networks pass. */
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
