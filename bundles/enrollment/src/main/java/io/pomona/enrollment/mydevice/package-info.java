/** The page of a Mac for the person who uses it, and what else people do without an account. */
package io.pomona.enrollment.mydevice;
