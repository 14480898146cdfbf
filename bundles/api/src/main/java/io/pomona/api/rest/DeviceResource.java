package io.pomona.api.rest;

/**
 * Marks a JAX-RS class that Macs call. Its {@code @Path} is relative to {@code /mdm}. No
 * authentication happens before it; bodies are limited and arrive as bytes; whatever it throws is
 * answered with 400, 403, 404, 413, 500 or 503 and never with 401, since a Mac that sees 401
 * removes its MDM profile.
 */
public interface DeviceResource {}
