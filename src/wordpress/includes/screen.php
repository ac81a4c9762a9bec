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

/** Carries out a button of the screen. */
function obey_screen() {
	check_admin_referer( 'placard' );
	if ( ! current_user_can( CAPABILITY ) ) {
		wp_die( '', '', array( 'response' => 403 ) );
	}
	list( $task, $id ) = array_pad( explode( ' ', sanitize_text_field( wp_unslash( $_POST['do'] ?? '' ) ), 2 ), 2, '' );
	$ids               = '' === $id ? array_keys( all_records() ) : array_filter( array( $id ), __NAMESPACE__ . '\get_record' );
	if ( 'down' === $task || 'up' === $task ) {
		set_down( $ids, 'down' === $task );
	} elseif ( 'renew' === $task ) {
		foreach ( $ids as $each ) {
			renew( $each, true );
		}
	} elseif ( 'forget' === $task && '' !== $id ) {
		delete_option( PREFIX . $id );
	}
	wp_safe_redirect( admin_url( 'tools.php?page=placard' ) );
	exit;
}

/** Prints the screen. */
function print_screen() {
	$records = all_records();
	echo '<div class="wrap"><h1>' . esc_html( get_admin_page_title() ) . '</h1>';
	printf( '<form method="post" action="%s"><input type="hidden" name="action" value="placard">', esc_url( admin_url( 'admin-post.php' ) ) );
	wp_nonce_field( 'placard' );
	if ( $records ) {
		echo '<p>';
		print_button( 'down', '', __( 'Take all down', 'placard' ) );
		print_button( 'up', '', __( 'Show all again', 'placard' ) );
		echo '</p>';
	}
	echo '<table class="widefat striped"><thead><tr>';
	$columns = array( __( 'Card', 'placard' ), __( 'State', 'placard' ), __( 'Last confirmed', 'placard' ), __( 'Posts', 'placard' ), __( 'Actions', 'placard' ) );
	foreach ( $columns as $column ) {
		printf( '<th scope="col">%s</th>', esc_html( $column ) );
	}
	echo '</tr></thead><tbody>';
	foreach ( $records as $id => $record ) {
		print_row( $id, $record );
	}
	if ( ! $records ) {
		printf( '<tr><td colspan="5">%s</td></tr>', esc_html__( 'No post shows a card.', 'placard' ) );
	}
	echo '</tbody></table></form></div>';
}

/** Prints the row of a card. */
function print_row( $id, array $record ) {
	$is_down = in_array( $id, taken_down(), true );
	$card    = $record['card'];
	$url     = $card['url'] ?? $record['source']['url'];
	$title   = ! empty( $card['title'] ) ? $card['title'] : $url;
	$state   = $is_down ? __( 'Taken down', 'placard' ) : ( $record['error'] ? explain( $record['error'] ) : __( 'Shown', 'placard' ) );
	printf( '<tr><td><a href="%s" rel="noreferrer" dir="auto"><strong>%s</strong></a><br><code>%s</code></td><td>%s</td>', esc_url( $url ), esc_html( $title ), esc_html( $record['source']['url'] ), esc_html( $state ) );
	$checked = $record['checked'] ? wp_date( get_option( 'date_format' ) . ' ' . get_option( 'time_format' ), $record['checked'] ) : '–';
	printf( '<td>%s</td><td>', esc_html( $checked ) );
	$posts = posts_of( $id );
	foreach ( $posts as $post_id ) {
		printf( '<a href="%s">%s</a><br>', esc_url( (string) get_edit_post_link( $post_id ) ), esc_html( get_the_title( $post_id ) ) );
	}
	echo '</td><td>';
	print_button( $is_down ? 'up' : 'down', $id, $is_down ? __( 'Show again', 'placard' ) : __( 'Take down', 'placard' ) );
	print_button( 'renew', $id, __( 'Check now', 'placard' ) );
	if ( ! $posts && ! $is_down ) {
		print_button( 'forget', $id, __( 'Forget', 'placard' ) );
	}
	echo '</td></tr>';
}

/** Prints a button of the form. */
function print_button( $task, $id, $label ) {
	printf( '<button class="button" name="do" value="%s">%s</button> ', esc_attr( trim( "$task $id" ) ), esc_html( $label ) );
}
