/** What the page of a Mac shows and does, for programs. */
package io.pomona.enrollment.mydevice.rest;
