/** Errors as they go over the wire, whoever found them. */
package io.pomona.http.error;
