/** Macs that are made known before they enroll, and the links that open their pages. */
package io.pomona.enrollment.links;
