/** The web console: serves what is built from web/, and the pages that other bundles add. */
package io.pomona.console;
