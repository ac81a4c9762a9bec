<?php
/**
 * The screen that lists all cards of the site, and takes them down.
 *
 * @package Placard
 */

namespace Placard;

const CAPABILITY = 'edit_others_posts';

add_action(
	'admin_menu',
	function () {
		$title = __( 'Cases and statements', 'placard' );
		add_management_page( $title, $title, CAPABILITY, 'placard', __NAMESPACE__ . '\print_screen' );
	}
);
add_action( 'admin_post_placard', __NAMESPACE__ . '\obey_screen' );

/** Carries out a button of the screen: a task, and the id of a card; of all cards without an id. */
function obey_screen() {
	check_admin_referer( 'placard' );
	if ( ! current_user_can( CAPABILITY ) ) {
		wp_die( '', '', array( 'response' => 403 ) );
	}
	$words   = isset( $_POST['do'] ) ? sanitize_text_field( wp_unslash( $_POST['do'] ) ) : '';
	$task    = strtok( $words, ' ' );
	$id      = (string) strtok( ' ' );
	$records = '' === $id ? all_records() : array_filter( array( $id => get_record( $id ) ) );
	if ( 'down' === $task || 'up' === $task ) {
		set_down( array_keys( $records ), 'down' === $task );
	}
	foreach ( $records as $id => $record ) {
		if ( 'renew' === $task ) {
			save_record( $id, array( 'address' => '' ) + $record ); // It asks at the pasted address, as at first.
			renew( $id );
		} elseif ( 'forget' === $task && ! posts_of( $id ) ) {
			delete_option( PREFIX . $id );
		}
	}
	wp_safe_redirect( admin_url( 'tools.php?page=placard' ) );
	exit;
}

/** Prints the screen. */
function print_screen() {
	printf( '<div class="wrap"><h1>%s</h1>', esc_html( get_admin_page_title() ) );
	$records = all_records();
	if ( ! $records ) {
		print_hint();
		return;
	}
	printf( '<form method="post" action="%s"><p>', esc_url( admin_url( 'admin-post.php?action=placard' ) ) );
	wp_nonce_field( 'placard' );
	print_button( 'down', __( 'Take all down', 'placard' ) );
	print_button( 'up', __( 'Show all again', 'placard' ) );
	echo '</p><table class="widefat fixed striped"><col style="width:42%"><thead><tr>'; // The buttons need the width on a telephone.
	foreach ( array( __( 'Card', 'placard' ), __( 'State', 'placard' ), __( 'Posts', 'placard' ) ) as $column ) {
		printf( '<th scope="col">%s</th>', esc_html( $column ) );
	}
	echo '</tr></thead><tbody>';
	foreach ( $records as $id => $record ) {
		print_row( $id, $record );
	}
	echo '</tbody></table></form></div>';
}

/** Prints how to show a first card. */
function print_hint() {
	/* translators: 1: the name of the block, 2: the shortcode. */
	$hint  = __( 'No post shows a card. Add the block “%1$s” to a post, or write the shortcode %2$s.', 'placard' );
	$block = \WP_Block_Type_Registry::get_instance()->get_registered( 'placard/card' )->title;
	printf( '<p>' . esc_html( $hint ) . '</p>', esc_html( $block ), '<code dir="ltr">[placard url="https://…"]</code>' );
	printf( '<p><a class="button" href="%s">%s</a></p></div>', esc_url( admin_url( 'post-new.php' ) ), esc_html( get_post_type_object( 'post' )->labels->add_new_item ) );
}

/** Prints the row of a card. */
function print_row( $id, array $record ) {
	$is_down = in_array( $id, taken_down(), true );
	$posts   = posts_of( $id );
	$url     = $record['card']['url'] ?? $record['source']['url'];
	$title   = empty( $record['card']['title'] ) ? $url : $record['card']['title'];
	$state   = $record['error'] ? explain( $record['error'] ) : __( 'Shown', 'placard' );
	$state   = $is_down ? __( 'Taken down', 'placard' ) : $state;
	$format  = get_option( 'date_format' ) . ' ' . get_option( 'time_format' );
	printf( '<tr><td><p><a href="%s" rel="noreferrer" dir="auto"><strong>%s</strong></a><br>', esc_url( $url ), esc_html( $title ) );
	printf( '<code>%s</code></p><p>', esc_html( $record['source']['url'] ) );
	print_button( $is_down ? "up $id" : "down $id", $is_down ? __( 'Show again', 'placard' ) : __( 'Take down', 'placard' ) );
	print_button( "renew $id", __( 'Check now', 'placard' ) );
	if ( ! $posts && ! $is_down ) {
		print_button( "forget $id", __( 'Forget', 'placard' ) );
	}
	printf( '</p></td><td><p>%s</p>', esc_html( $state ) );
	if ( $record['checked'] ) {
		/* translators: %s: a date and a time. */
		printf( '<p>%s</p>', esc_html( sprintf( __( 'Last confirmed: %s', 'placard' ), wp_date( $format, $record['checked'] ) ) ) );
	}
	echo '</td><td>';
	foreach ( $posts as $post_id ) {
		printf( '<p><a href="%s">%s</a></p>', esc_url( (string) get_edit_post_link( $post_id ) ), esc_html( get_the_title( $post_id ) ) );
	}
	echo '</td></tr>';
}

/** Prints a button of the form. */
function print_button( $value, $label ) {
	printf( '<button class="button" name="do" value="%s">%s</button> ', esc_attr( $value ), esc_html( $label ) );
}
