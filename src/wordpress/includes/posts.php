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
	$ids = array();
	foreach ( sources_in( $post->post_content ) as $source ) {
		$ids[] = count( $ids ) < MAX_PER_SAVE ? ensure( $source ) : id_of( $source );
	}
	if ( 'revision' !== $post->post_type ) {
		delete_post_meta( $post_id, META );
		foreach ( array_unique( $ids ) as $id ) {
			add_post_meta( $post_id, META, $id );
		}
	}
	write_copies( $post_id, $post->post_content );
}

/** Returns the sources of all blocks and shortcodes. */
function sources_in( $content ) {
	$sources = array();
	preg_match_all( BLOCK_PATTERN, $content, $blocks );
	foreach ( (array) $blocks[1] as $json ) {
		$sources[] = source_of( json_decode( $json, true ) );
	}
	preg_match_all( '/' . get_shortcode_regex( array( 'placard' ) ) . '/', $content, $shortcodes, PREG_SET_ORDER );
	foreach ( (array) $shortcodes as $shortcode ) {
		$sources[] = '[' === $shortcode[1] ? null : source_of( shortcode_parse_atts( $shortcode[3] ) );
	}
	return array_filter( $sources );
}

/**
 * Returns the content with the current copies in its blocks.
 *
 * @param string $content Of a post.
 * @param string $name    Of the block that contains the copy.
 */
function with_copies( $content, $name = 'placard/card' ) {
	$result = preg_replace_callback(
		BLOCK_PATTERN,
		function ( $found ) use ( $name ) {
			$source = source_of( json_decode( $found[1], true ) );
			if ( ! $source ) {
				return $found[0];
			}
			$copy  = copy_of( id_of( $source ) );
			$start = 'placard/card' === $name ? "$name {$found[1]}" : $name;
			return sprintf( "<!-- wp:%s -->\n%s\n<!-- /wp:%s -->", $start, trim( $copy ?? $found[2] ?? '' ), $name );
		},
		$content
	);
	return $result ?? $content;
}

/** Writes the copies without a new revision, a new date or the filters for authors: the words are the publisher's. */
function write_copies( $post_id, $content ) {
	$new = with_copies( $content );
	if ( $new !== $content ) {
		write_content( $post_id, $new );
	}
}

/** Replaces the content of a post. */
function write_content( $post_id, $content ) {
	global $wpdb;
	// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- wp_update_post would filter the copy and create a revision.
	$wpdb->update( $wpdb->posts, array( 'post_content' => $content ), array( 'ID' => $post_id ) );
	clean_post_cache( $post_id );
}

/** Returns the ids of the posts that show a card; of all cards without an id. */
function posts_of( $id = null ) {
	$query = array(
		'post_type'        => get_post_types(),
		'post_status'      => array_keys( get_post_stati() ),
		'fields'           => 'ids',
		'numberposts'      => -1,
		'suppress_filters' => true,
		'meta_key'         => META, // phpcs:ignore WordPress.DB.SlowDBQuery.slow_db_query_meta_key
	);
	return get_posts( null === $id ? $query : $query + array( 'meta_value' => $id ) ); // phpcs:ignore WordPress.DB.SlowDBQuery.slow_db_query_meta_value
}

/** Writes the copy of a card into its posts and their revisions, and reports the change to caches. */
function update_posts_of( $id ) {
	foreach ( posts_of( $id ) as $post_id ) {
		$revisions = wp_get_post_revisions( $post_id, array( 'check_enabled' => false ) );
		foreach ( array_merge( array( get_post( $post_id ) ), $revisions ) as $post ) {
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
	// phpcs:disable WordPress.NamingConventions.PrefixAllGlobals.NonPrefixedHooknameFound -- the hooks of LiteSpeed and Cache Enabler.
	do_action( 'litespeed_purge_post', $post_id );
	do_action( 'cache_enabler_clear_page_cache_by_post', $post_id );
	// phpcs:enable
	do_action( 'placard_renewed', $post_id );
}
