<?php
/**
 * Cleans the HTML of a snapshot: a fixed list of tags and attributes, and a structure that no browser has to repair.
 *
 * @package Placard
 */

namespace Placard;

const MAX_HTML_BYTES = 262144;
const MAX_TAG_BYTES  = 60000; // A link that begins a mail with a long letter has as many.
const MAX_DEPTH      = 24;
/** Elements inside a line. They contain no others, so that a browser keeps the tree as it is written. */
const PHRASING  = array( 'a', 'bdi', 'br', 'em', 'img', 's', 'small', 'span', 'strong', 'time' );
const LINES     = array( 'p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'summary' );
const FLOW      = array( 'div', 'section', 'dl', 'dt', 'dd', 'ul', 'ol', 'li', 'figure', 'figcaption', 'blockquote', 'details' );
const CHILDLESS = array( 'br', 'img' );
/** Attributes of any of these elements, and the checks of their values. */
const ATTRIBUTES = array(
	'class'            => array( 'value_callback' => __NAMESPACE__ . '\is_own_class' ),
	'href'             => array( 'value_callback' => __NAMESPACE__ . '\is_link' ),
	'src'              => array( 'value_callback' => __NAMESPACE__ . '\is_foreign_picture' ),
	'alt'              => true,
	'data-valid-until' => true,
	'datetime'         => true,
	'dir'              => true,
	'hreflang'         => true,
	'lang'             => true,
	'loading'          => true,
	'ng-non-bindable'  => true,
	'open'             => true,
	'referrerpolicy'   => true,
	'rel'              => true,
	'v-pre'            => true,
);

/** Returns the cleaned HTML, or an empty text if its structure is not that of a snapshot. */
function clean_html( $html ) {
	// The attributes of a long tag take wp_kses quadratic time.
	if ( strlen( $html ) > MAX_HTML_BYTES || ! wp_check_invalid_utf8( $html ) || preg_match( '/<[^<>]{' . MAX_TAG_BYTES . '}/', $html ) ) {
		return '';
	}
	$allowed = array_fill_keys( array_merge( PHRASING, LINES, FLOW ), ATTRIBUTES );
	$clean   = wp_kses( $html, $allowed, array( 'https', 'http', 'mailto', 'tel' ) );
	// Brackets could be a shortcode of another plugin.
	$clean = str_replace( array( '[', ']' ), array( '&#091;', '&#093;' ), $clean );
	return is_well_formed( $clean ) ? trim( $clean ) : '';
}

/** Returns whether each element is closed in order, and lines contain only phrases. A comment, which could end the block, is no element. */
function is_well_formed( $html ) {
	$open = array();
	preg_match_all( '#<(/?)([a-z0-9]+)\b[^<>]*>#', $html, $tags, PREG_SET_ORDER );
	foreach ( $tags as list( , $end, $name ) ) {
		$barred = in_array( $name, PHRASING, true ) ? array_intersect( array( 'a' ), array( $name ) ) : array_merge( PHRASING, LINES );
		if ( $end ? array_pop( $open ) !== $name : array_intersect( $open, $barred ) || count( $open ) >= MAX_DEPTH ) {
			return false;
		}
		if ( ! $end && ! in_array( $name, CHILDLESS, true ) ) {
			$open[] = $name;
		}
	}
	return ! $open && substr_count( $html, '<' ) === count( $tags );
}

/** Returns whether a class is one of a card: a class of the theme could move the card over the page. */
function is_own_class( $value ) {
	return 1 === preg_match( '/^placard-[a-z\d-]+( placard-[a-z\d-]+)*$/', $value );
}

/** Returns whether a link leads to another page, or writes to an address without hidden copies and files. */
function is_link( $value ) {
	$mail = '[^?#]*(\?((subject|body|cc)=[^&#]*(&|$))*)?';
	return 1 === preg_match( "~^(https?://[^/]|mailto:{$mail}$|tel:\+?\d+(;ext=\d{1,7})?$)~i", html_entity_decode( $value, ENT_QUOTES | ENT_HTML5 ) );
}

/**
 * Returns whether a picture is on a host that gets no cookie of this site. A browser reads one host in many spellings (references,
 * percent signs, backslashes, wide letters), so only the plain one passes.
 */
function is_foreign_picture( $value ) {
	$url  = html_entity_decode( $value, ENT_QUOTES | ENT_HTML5 );
	$name = '(?:[a-z\d-]+\.)*[a-z][a-z\d-]*';
	if ( ! preg_match( "~^https?://($name|[1-9]\d{0,2}(?:\.(?:0|[1-9]\d{0,2})){3})(?::\d+)?(?:[/?#]|$)~i", $url, $parts ) ) {
		return false;
	}
	$host = '.' . strtolower( $parts[1] );
	$own  = '.' . strtolower( (string) wp_parse_url( home_url(), PHP_URL_HOST ) );
	return preg_match( '/^[a-z\d.:[\]-]+$/', $own ) && substr( $host, -strlen( $own ) ) !== $own && substr( $own, -strlen( $host ) ) !== $host;
}
