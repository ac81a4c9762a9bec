<?php
/**
 * Plugin Name:       Placard
 * Description:       Shows an organisation's statement or case in posts, and keeps it up to date on your own server.
 * Version:           0.0.0
 * Requires at least: 6.0
 * Requires PHP:      7.4
 * Author:            Placard
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       placard
 * Domain Path:       /languages
 *
 * @package Placard
 */

namespace Placard;

defined( 'ABSPATH' ) || exit;

require __DIR__ . '/includes/request.php';
require __DIR__ . '/includes/markup.php';
require __DIR__ . '/includes/snapshot.php';
require __DIR__ . '/includes/plain-feed.php';
require __DIR__ . '/includes/discover.php';
require __DIR__ . '/includes/cards.php';
require __DIR__ . '/includes/renew.php';
require __DIR__ . '/includes/posts.php';
require __DIR__ . '/includes/render.php';
require __DIR__ . '/includes/block.php';
require __DIR__ . '/includes/screen.php';

add_action(
	'init',
	function () {
		load_plugin_textdomain( 'placard', false, dirname( plugin_basename( __FILE__ ) ) . '/languages' );
	}
);
register_deactivation_hook(
	__FILE__,
	function () {
		wp_clear_scheduled_hook( 'placard_renew' );
	}
);
