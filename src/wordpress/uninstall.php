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
	$widgets = array_map(
		function ( $widget ) {
			return isset( $widget['content'] ) ? array( 'content' => as_plain_html( $widget['content'] ) ) + $widget : $widget;
		},
		(array) get_option( 'widget_block', array() )
	);
	update_option( 'widget_block', $widgets );
	delete_post_meta_by_key( META );
	foreach ( array_keys( all_records() ) as $id ) {
		delete_option( PREFIX . $id );
	}
	delete_option( 'placard_down' );
	wp_clear_scheduled_hook( 'placard_renew' );
}

/** Returns the content with the copies in HTML blocks, and in the place of shortcodes. */
function as_plain_html( $content ) {
	$replace = function ( $found ) {
		$source = '[' === $found[1] ? null : source_of( shortcode_parse_atts( $found[3] ) );
		return $source ? (string) copy_of( id_of( $source ) ) : $found[0];
	};
	return preg_replace_callback( '/' . get_shortcode_regex( array( 'placard' ) ) . '/', $replace, with_copies( $content, 'html' ) );
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
