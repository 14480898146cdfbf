/** Enrollment of a Mac that nobody has added, by a person who can log in. */
package io.pomona.enrollment.mydevice.self;
