package io.pomona.http;

/**
 * A service that is there once the web server listens as configured. Servlets wait for it: Pax Web
 * starts anew with each change of its settings, and what is registered meanwhile may be lost or
 * make it wait for itself.
 */
public final class Listening {
  Listening() {}
}
