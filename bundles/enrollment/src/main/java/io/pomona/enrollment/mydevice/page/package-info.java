/** How pages are written: on the server, escaped, without scripts. */
package io.pomona.enrollment.mydevice.page;
