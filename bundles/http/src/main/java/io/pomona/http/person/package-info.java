/** The side that people open in a browser without an account: pages. */
package io.pomona.http.person;
