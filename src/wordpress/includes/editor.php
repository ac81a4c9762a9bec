<?php
/**
 * Answers the editor of the block.
 *
 * @package Placard
 */

namespace Placard;

add_action(
	'rest_api_init',
	function () {
		register_rest_route(
			'placard/v1',
			'/card',
			array(
				'methods'             => 'GET',
				'callback'            => __NAMESPACE__ . '\answer_editor',
				'permission_callback' => function () {
					return current_user_can( 'edit_posts' );
				},
				'args'                => array_fill_keys( array( 'url', 'item', 'key' ), array( 'type' => 'string' ) ),
			)
		);
	}
);

/** Returns the card of an address, and the items to choose from. Nothing is stored before the post is saved. */
function answer_editor( \WP_REST_Request $request ) {
	$source = source_of( $request );
	if ( ! $source ) {
		return new \WP_Error( 'placard_address', explain( 'address' ), array( 'status' => 400 ) );
	}
	$record = get_record( id_of( $source ) ) ?? new_record( $source );
	$answer = $record['card'] && '' !== $source['item'] ? $record : discover( $source['url'], $source['item'] );
	$result = $answer === $record ? $record : accept( $record, $answer );
	$card   = is_wp_error( $result ) ? $record['card'] : $result['card'];
	if ( ! $card ) {
		return new \WP_Error( 'placard_' . $result->get_error_code(), explain( $result->get_error_code() ), array( 'status' => 422 ) );
	}
	return array_intersect_key( $card, array_flip( array( 'html', 'title', 'item' ) ) )
		+ array( 'choices' => is_wp_error( $answer ) ? array() : $answer['choices'] ?? array() );
}

/** Returns a sentence for the code of an error. */
function explain( $code ) {
	$sentences = array(
		'address'      => __( 'There is no public site at this address.', 'placard' ),
		'unreachable'  => __( 'The publisher’s site does not answer.', 'placard' ),
		'no-feed'      => __( 'The page names no feed. Enter the address of the feed.', 'placard' ),
		'item-missing' => __( 'The feed does not have this item.', 'placard' ),
		'signature'    => __( 'The publisher’s key did not sign this card.', 'placard' ),
		'another-feed' => __( 'The publisher’s key signed another card.', 'placard' ),
		'another-item' => __( 'The address now has another item.', 'placard' ),
		'rollback'     => __( 'The publisher’s site sends an older version.', 'placard' ),
		'too-large'    => __( 'The answer is too large.', 'placard' ),
	);
	$key       = 0 === strpos( $code, 'status-' ) ? 'unreachable' : $code;
	return ( $sentences[ $key ] ?? __( 'The publisher’s site sends no readable card.', 'placard' ) ) . " ($code)";
}
