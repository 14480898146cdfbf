/** Files that are too large for memory, whole and in pieces. */
package io.pomona.http.download;
