/** What a Mac calls before it is enrolled: for its profile, at once or by way of a web view. */
package io.pomona.abm.device;
