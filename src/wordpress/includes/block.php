<?php
/**
 * The block and the shortcode: the copy as plain HTML, which the script replaces with the live card after a change.
 *
 * @package Placard
 */

namespace Placard;

add_action( 'init', __NAMESPACE__ . '\register_block' );
add_action( 'wp_enqueue_scripts', __NAMESPACE__ . '\enqueue_early' );
add_filter( 'style_loader_tag', __NAMESPACE__ . '\with_integrity', 10, 2 );
add_filter(
	'excerpt_allowed_blocks',
	function ( $names ) {
		return array_merge( $names, array( 'placard/card' ) );
	}
);
add_shortcode(
	'placard',
	function ( $attributes ) {
		return render_block(
			array(
				'blockName' => 'placard/card',
				'attrs'     => (array) $attributes,
			)
		);
	}
);

/** Registers the translations, the style sheet and the block. */
function register_block() {
	load_plugin_textdomain( 'placard', false, dirname( plugin_basename( __DIR__ ) ) . '/languages' );
	// phpcs:ignore WordPress.WP.EnqueuedResourceParameters.MissingVersion -- the address contains the version.
	wp_register_style( 'placard', asset_url( 'placard.css' ), array(), null );
	register_block_type( dirname( __DIR__ ), array( 'render_callback' => __NAMESPACE__ . '\render' ) );
	wp_set_script_translations( 'placard-card-editor-script', 'placard', dirname( __DIR__ ) . '/languages' );
}

/**
 * Returns the HTML of a block or shortcode.
 *
 * @param array  $attributes What the author chose. WordPress removes values that block.json does not allow.
 * @param string $saved      The copy in the post, for a card that was never fetched here.
 */
function render( array $attributes, $saved ) {
	$source = source_of( $attributes );
	$id     = $source ? id_of( $source ) : '';
	if ( ! $source || in_array( $id, taken_down(), true ) ) {
		return '';
	}
	$record = get_record( $id );
	if ( ! $record ) {
		wp_schedule_single_event( time(), 'placard_ensure', array( $source ) );
	}
	$card = $record['card'] ?? null;
	$html = $card['html'] ?? clean_html( $saved );
	if ( '' === $html ) {
		$html = sprintf( '<p><a href="%1$s" rel="noreferrer">%1$s</a></p>', esc_url( $source['url'] ) );
	}
	$choice  = array_intersect_key( $attributes, array_flip( array( 'look', 'theme', 'fold' ) ) );
	$classes = array_filter( array( 'placard-card', $choice['look'] ?? '', $choice['theme'] ?? '' ) );
	$is_live = $card && ! \is_feed() && apply_filters( 'placard_live', true, $source );
	// The reading mode of a browser keeps a box whose class has the word content.
	$wrapper = get_block_wrapper_attributes( array( 'class' => 'placard-content' ) + ( $is_live ? data_attributes( $source, $card, $choice ) : array() ) );
	wp_enqueue_style( 'placard' );
	if ( $is_live && ! ( function_exists( 'amp_is_request' ) && amp_is_request() ) ) {
		add_action( 'wp_footer', __NAMESPACE__ . '\print_loader' ); // The same action counts once.
	}
	$html = str_replace( 'class="placard-card"', 'class="' . implode( ' placard-', $classes ) . '"', $html );
	// Brackets could be a shortcode of another plugin.
	return str_replace( array( '[', ']' ), array( '&#091;', '&#093;' ), "<div $wrapper>\n$html\n</div>" );
}

/** Returns the attributes that the script reads. */
function data_attributes( array $source, array $card, array $choice ) {
	// The copy has no open sections. Without a stamp, the script shows the live card at once.
	$limit  = 'none' === ( $choice['fold'] ?? '' ) ? 'min-sequence' : 'stamp';
	$values = array(
		'src'        => $card['feed'],
		'item'       => $card['item'],
		'original'   => '',
		'lang'       => $card['lang'],
		$limit       => $card['epoch'] || $card['sequence'] ? ltrim( "{$card['epoch']}.{$card['sequence']}", '0.' ) : null,
		'public-key' => $source['key'],
	);
	$data   = array();
	foreach ( array_filter( $values + $choice, 'is_string' ) as $name => $value ) {
		$data[ "data-placard-$name" ] = $value;
	}
	return $data;
}

/** Returns the address of a style sheet or script. */
function asset_url( $name ) {
	return plugins_url( ASSETS['folder'] . "/$name", __DIR__ );
}

/** Loads the style sheet in the head, if WordPress knows the posts of the page by then. */
function enqueue_early() {
	global $wp_query;
	foreach ( (array) $wp_query->posts as $post ) {
		if ( $post instanceof \WP_Post && get_post_meta( $post->ID, META ) ) {
			wp_enqueue_style( 'placard' );
		}
	}
}

/** Prints the script, which is a module. */
function print_loader() {
	wp_print_script_tag(
		array(
			'type'           => 'module',
			'src'            => asset_url( 'placard-loader.js' ),
			'integrity'      => ASSETS['placard-loader.js'],
			'crossorigin'    => 'anonymous',
			'referrerpolicy' => 'no-referrer',
		)
	);
}

/** Adds the hash to the link of the style sheet. */
function with_integrity( $tag, $handle ) {
	$attributes = sprintf( '<link integrity="%s" crossorigin="anonymous" ', ASSETS['placard.css'] );
	return 'placard' === $handle ? str_replace( '<link ', $attributes, $tag ) : $tag;
}
