<?php
/**
 * Writes the last copy of each card into its posts as plain HTML, and removes all that the plugin stored.
 *
 * @package Placard
 */

namespace Placard;

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

require_once __DIR__ . '/placard.php';

/** Removes the plugin from the current site. */
function uninstall() {
	foreach ( posts_of() as $post_id ) {
		write_content( $post_id, as_plain_html( get_post_field( 'post_content', $post_id, 'raw' ) ) );
	}
	$widgets = (array) get_option( 'widget_block', array() );
	foreach ( $widgets as $number => $widget ) {
		if ( isset( $widget['content'] ) ) {
			$widgets[ $number ]['content'] = as_plain_html( $widget['content'] );
		}
	}
	update_option( 'widget_block', $widgets );
	delete_post_meta_by_key( META );
	foreach ( array_keys( all_records() ) as $id ) {
		delete_option( PREFIX . $id );
	}
	delete_option( 'placard_down' );
	unschedule();
}

/** Returns the content with the copies in HTML blocks, and in the place of shortcodes. */
function as_plain_html( $content ) {
	$each = function ( $found, $source, $copy, $is_block ) {
		return $is_block ? "<!-- wp:html -->\n$copy\n<!-- /wp:html -->" : $copy;
	};
	return map_cards( $content, $each );
}

if ( is_multisite() ) {
	foreach ( get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) as $site ) { // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		switch_to_blog( $site );
		uninstall();
		restore_current_blog();
	}
} else {
	uninstall();
}
