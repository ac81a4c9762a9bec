<?php
/**
 * Shows a card on a page: the copy as plain HTML, which the script replaces with the live card after a change.
 *
 * @package Placard
 */

namespace Placard;

const CHOICES = array(
	'look'  => array( 'editorial', 'campaign', 'plain' ),
	'theme' => array( 'auto', 'light', 'dark' ),
	'fold'  => array( 'all', 'none' ),
);

add_shortcode(
	'placard',
	function ( $attributes ) {
		return render( (array) $attributes );
	}
);
add_action( 'wp_enqueue_scripts', __NAMESPACE__ . '\enqueue_early' );
add_filter( 'style_loader_tag', __NAMESPACE__ . '\with_integrity', 10, 2 );
add_filter(
	'excerpt_allowed_blocks',
	function ( $names ) {
		return array_merge( $names, array( 'placard/card' ) );
	}
);

/**
 * Returns the HTML of a block or shortcode.
 *
 * @param array  $attributes What the author chose.
 * @param string $saved      The copy in the post, for a card that was never fetched here.
 * @param bool   $is_block   Whether WordPress has attributes for the block.
 */
function render( $attributes, $saved = '', $is_block = false ) {
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
	$html = $card ? $card['html'] : clean_html( $saved );
	if ( '' === $html ) {
		$html = sprintf( '<p><a href="%1$s" rel="noreferrer">%1$s</a></p>', esc_url( $source['url'] ) );
	}
	$choice = array();
	foreach ( CHOICES as $name => $values ) {
		$choice[ $name ] = in_array( $attributes[ $name ] ?? '', $values, true ) ? $attributes[ $name ] : $values[0];
	}
	$data    = $card && ! \is_feed() && apply_filters( 'placard_live', true, $source ) ? data_attributes( $source, $card, $choice ) : array();
	$wrapper = $is_block ? get_block_wrapper_attributes( $data ) : attributes_of( array( 'class' => 'wp-block-placard-card' ) + $data );
	need_assets( (bool) $data );
	return strtr( "<div $wrapper>\n", array( '[' => '&#091;', ']' => '&#093;' ) ) . styled( $html, $choice ) . "\n</div>";
}

/** Returns the attributes that the script reads. */
function data_attributes( array $source, array $card, array $choice ) {
	$has_version = $card['epoch'] || $card['sequence'];
	$values      = array(
		'src'        => $card['feed'],
		'item'       => $card['item'],
		'original'   => '',
		'lang'       => $card['lang'],
		'stamp'      => $has_version ? ( $card['epoch'] ? $card['epoch'] . '.' : '' ) . $card['sequence'] : null,
		'public-key' => $source['key'],
		'look'       => $choice['look'],
		'theme'      => $choice['theme'],
		'fold'       => $choice['fold'],
	);
	$data        = array();
	foreach ( $values as $name => $value ) {
		if ( null !== $value && ! ( isset( CHOICES[ $name ] ) && CHOICES[ $name ][0] === $value ) ) {
			$data[ "data-placard-$name" ] = (string) $value;
		}
	}
	return $data;
}

/** Returns attributes as markup. */
function attributes_of( array $attributes ) {
	$written = array();
	foreach ( $attributes as $name => $value ) {
		$written[] = sprintf( '%s="%s"', $name, esc_attr( $value ) );
	}
	return implode( ' ', $written );
}

/** Returns the copy with the classes of the author's look and theme. */
function styled( $html, array $choice ) {
	$classes = 'placard-card';
	foreach ( array( 'look', 'theme' ) as $name ) {
		$classes .= CHOICES[ $name ][0] === $choice[ $name ] ? '' : " placard-{$choice[ $name ]}";
	}
	return preg_replace( '/class="placard-card"/', "class=\"$classes\"", $html, 1 );
}

/** Returns the folder and the hashes of this plugin's style sheet and scripts. The build writes the file. */
function assets() {
	static $assets = null;
	$assets        = $assets ?? require dirname( __DIR__ ) . '/assets.php';
	return $assets;
}

/** Returns the address of a style sheet or script. */
function asset_url( $name ) {
	return plugins_url( assets()['folder'] . "/$name", __DIR__ );
}

/** Loads the style sheet, and the script once per page. */
function need_assets( $live ) {
	wp_enqueue_style( 'placard' );
	if ( $live && ! ( function_exists( 'amp_is_request' ) && amp_is_request() ) ) {
		add_action( 'wp_footer', __NAMESPACE__ . '\print_loader' ); // The same action counts once.
	}
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
			'integrity'      => assets()['placard-loader.js'],
			'crossorigin'    => 'anonymous',
			'referrerpolicy' => 'no-referrer',
		)
	);
}

/** Adds the hash to the link of the style sheet. */
function with_integrity( $tag, $handle ) {
	$attributes = 'placard' === $handle ? attributes_of(
		array(
			'integrity'   => assets()['placard.css'],
			'crossorigin' => 'anonymous',
		)
	) : '';
	return $attributes ? str_replace( '<link ', "<link $attributes ", $tag ) : $tag;
}
