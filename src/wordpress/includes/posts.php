<?php
/**
 * Writes the copy of each card into the posts that show it. So the search finds it, and it stays without this plugin.
 *
 * @package Placard
 */

namespace Placard;

const META          = '_placard_card';
const MAX_PER_SAVE  = 10; // A post with more cards waits for the schedule.
const BLOCK_PATTERN = '~<!--\s+wp:placard/card\s+(\{.*?\})\s+(?:/-->|-->(.*?)<!--\s+/wp:placard/card\s+-->)~s';

add_action( 'save_post', __NAMESPACE__ . '\on_save', 10, 2 );

/** Finds the cards of a saved post, and asks for those that are new. */
function on_save( $post_id, $post ) {
	$ids  = array();
	$each = function ( $found, $source ) use ( &$ids ) {
		$ids[] = count( $ids ) < MAX_PER_SAVE ? ensure( $source ) : id_of( $source );
		return $found[0];
	};
	map_cards( $post->post_content, $each );
	if ( 'revision' !== $post->post_type ) {
		delete_post_meta( $post_id, META );
		foreach ( array_unique( $ids ) as $id ) {
			add_post_meta( $post_id, META, $id );
		}
	}
	write_copies( $post_id, $post->post_content );
}

/**
 * Returns the content with other text in the place of its blocks and shortcodes.
 *
 * @param string   $content Of a post.
 * @param callable $replace Gets the match, the source, and the copy to show: of a block also the one in the post.
 */
function map_cards( $content, $replace ) {
	$result = preg_replace_callback(
		array( BLOCK_PATTERN, '/' . get_shortcode_regex( array( 'placard' ) ) . '/' ),
		function ( $found ) use ( $replace ) {
			$is_block = '<' === $found[0][0];
			$source   = source_of( $is_block ? json_decode( $found[1], true ) : shortcode_parse_atts( $found[3] ) );
			if ( ! $source || '[' === $found[1] ) { // Two brackets write a shortcode as text.
				return $found[0];
			}
			return $replace( $found, $source, trim( copy_of( id_of( $source ) ) ?? ( $is_block ? $found[2] ?? '' : '' ) ), $is_block );
		},
		$content
	);
	return $result ?? $content;
}

/** Writes the current copies into the blocks of a post. */
function write_copies( $post_id, $content ) {
	$each = function ( $found, $source, $copy, $is_block ) {
		return $is_block ? "<!-- wp:placard/card {$found[1]} -->\n$copy\n<!-- /wp:placard/card -->" : $found[0];
	};
	$new  = map_cards( $content, $each );
	if ( $new !== $content ) {
		write_content( $post_id, $new );
	}
}

/** Replaces a content without a new revision, a new date or the filters for authors: the words are the publisher's. */
function write_content( $post_id, $content ) {
	global $wpdb;
	$wpdb->update( $wpdb->posts, array( 'post_content' => $content ), array( 'ID' => $post_id ) ); // phpcs:ignore WordPress.DB.DirectDatabaseQuery
	clean_post_cache( $post_id );
}

/** Returns the ids of the posts that show a card; of all cards without an id. */
function posts_of( $id = null ) {
	return get_posts(
		array(
			'post_type'   => get_post_types(),
			'post_status' => array_keys( get_post_stati() ),
			'fields'      => 'ids',
			'numberposts' => -1,
			'meta_query'  => array( array( 'key' => META ) + ( null === $id ? array() : array( 'value' => $id ) ) ), // phpcs:ignore WordPress.DB.SlowDBQuery
		)
	);
}

/** Writes the copy of a card into its posts and their revisions, and reports the change to caches. */
function update_posts_of( $id ) {
	foreach ( posts_of( $id ) as $post_id ) {
		foreach ( wp_get_post_revisions( $post_id, array( 'check_enabled' => false ) ) + array( get_post( $post_id ) ) as $post ) {
			write_copies( $post->ID, $post->post_content );
		}
		clean_post_cache( $post_id );
		clear_page_caches( $post_id );
	}
}

/** Clears the post's page in the usual caching plugins. Others can use the action. */
function clear_page_caches( $post_id ) {
	foreach ( array( 'wpsc_delete_post_cache', 'w3tc_flush_post', 'rocket_clean_post', 'wpfc_clear_post_cache_by_id' ) as $function ) {
		if ( function_exists( $function ) ) {
			$function( $post_id );
		}
	}
	// The first two are hooks of LiteSpeed and Cache Enabler.
	foreach ( array( 'litespeed_purge_post', 'cache_enabler_clear_page_cache_by_post', 'placard_renewed' ) as $action ) {
		do_action( $action, $post_id ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals
	}
}
