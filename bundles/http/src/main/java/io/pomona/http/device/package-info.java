/** The side that Macs call: bytes in, bytes out, and never a 401. */
package io.pomona.http.device;
