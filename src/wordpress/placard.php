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

require __DIR__ . '/assets.php'; // The build makes it.
foreach ( array( 'request', 'markup', 'snapshot', 'feed', 'discover', 'cards', 'renew', 'posts', 'block', 'editor', 'screen' ) as $placard_file ) {
	require __DIR__ . "/includes/$placard_file.php";
}

register_deactivation_hook( __FILE__, __NAMESPACE__ . '\unschedule' );
