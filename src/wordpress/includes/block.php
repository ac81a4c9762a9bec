<?php
/**
 * Registers the block, and answers its editor.
 *
 * @package Placard
 */

namespace Placard;

add_action( 'init', __NAMESPACE__ . '\register_block' );
add_action( 'rest_api_init', __NAMESPACE__ . '\register_route' );

/** Registers the style sheet, the script of the editor and the block. */
function register_block() {
	$folder = dirname( __DIR__ );
	// phpcs:ignore WordPress.WP.EnqueuedResourceParameters.MissingVersion -- the address contains the version.
	wp_register_style( 'placard', asset_url( 'placard.css' ), array(), null );
	$needs = array( 'wp-api-fetch', 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element', 'wp-url' );
	wp_register_script( 'placard-block', plugins_url( 'block.js', __DIR__ ), $needs, basename( assets()['folder'] ), true );
	// One catalogue of translations, for PHP and for the editor.
	wp_localize_script(
		'placard-block',
		'placardWords',
		array(
			'title'       => __( 'Case or statement', 'placard' ),
			'description' => __( 'Shows an organisation’s statement, and keeps it up to date.', 'placard' ),
			'address'     => __( 'Address of the feed, of the item’s page, or of the site', 'placard' ),
			'show'        => __( 'Show', 'placard' ),
			'other'       => __( 'Other address', 'placard' ),
			'choose'      => __( 'Item', 'placard' ),
			'settings'    => __( 'Display', 'placard' ),
			'look'        => __( 'Look', 'placard' ),
			'editorial'   => __( 'Quiet', 'placard' ),
			'campaign'    => __( 'Bold', 'placard' ),
			'plain'       => __( 'As the page', 'placard' ),
			'theme'       => __( 'Colours', 'placard' ),
			'auto'        => __( 'As the page', 'placard' ),
			'light'       => __( 'Light', 'placard' ),
			'dark'        => __( 'Dark', 'placard' ),
			'fold'        => __( 'Sections', 'placard' ),
			'all'         => __( 'Closed', 'placard' ),
			'none'        => __( 'Open', 'placard' ),
			'key'         => __( 'Public key of the publisher', 'placard' ),
			'keyHelp'     => __( 'Optional. The card then shows only what this key signed.', 'placard' ),
		)
	);
	register_block_type(
		$folder,
		array(
			'title'           => __( 'Case or statement', 'placard' ),
			'render_callback' => function ( $attributes, $content ) {
				return render( $attributes, $content, true );
			},
		)
	);
}

/** Registers the route that the editor asks. */
function register_route() {
	register_rest_route(
		'placard/v1',
		'/card',
		array(
			'methods'             => 'GET',
			'callback'            => __NAMESPACE__ . '\answer_editor',
			'permission_callback' => function () {
				return current_user_can( 'edit_posts' );
			},
			'args'                => array(
				'url'  => array( 'type' => 'string' ),
				'item' => array( 'type' => 'string' ),
				'key'  => array( 'type' => 'string' ),
			),
		)
	);
}

/** Returns the card of an address, and the titles to choose from. Nothing is stored before the post is saved. */
function answer_editor( \WP_REST_Request $request ) {
	$source = source_of( $request->get_params() );
	if ( ! $source ) {
		return new \WP_Error( 'placard_address', explain( 'address' ), array( 'status' => 400 ) );
	}
	$record = get_record( id_of( $source ) ) ?? new_record( $source );
	$titles = array();
	if ( ! $record['card'] || '' === $source['item'] ) {
		$found  = discover( $source['url'], $source['item'] );
		$titles = is_wp_error( $found ) ? array() : $found['choices'] ?? array();
		$answer = accept( $record, $found );
		if ( is_wp_error( $answer ) && ! $record['card'] ) {
			return new \WP_Error( 'placard_' . $answer->get_error_code(), explain( $answer->get_error_code() ), array( 'status' => 422 ) );
		}
		$record = array_merge( $record, is_wp_error( $answer ) ? array() : $answer );
	}
	$choices = array();
	foreach ( $titles as $id => $title ) {
		$choices[] = array(
			'value' => (string) $id,
			'label' => $title,
		);
	}
	return array(
		'html'    => $record['card']['html'],
		'title'   => $record['card']['title'],
		'item'    => $record['card']['item'],
		'choices' => $choices,
	);
}

/** Returns a sentence for the code of an error. */
function explain( $code ) {
	$sentences = array(
		'address'      => __( 'Enter a public web address that begins with https.', 'placard' ),
		'unreachable'  => __( 'The publisher’s site does not answer.', 'placard' ),
		'no-feed'      => __( 'The page names no feed. Enter the address of the feed.', 'placard' ),
		'item-missing' => __( 'The feed does not have this item.', 'placard' ),
		'signature'    => __( 'The publisher’s key did not sign this card.', 'placard' ),
		'another-feed' => __( 'The publisher’s key signed another card.', 'placard' ),
		'another-item' => __( 'The address now has another item.', 'placard' ),
		'rollback'     => __( 'The publisher’s site sends an older version.', 'placard' ),
		'too-large'    => __( 'The answer is too large.', 'placard' ),
	);
	return ( $sentences[ $code ] ?? __( 'The publisher’s site sends no readable card.', 'placard' ) ) . " ($code)";
}
