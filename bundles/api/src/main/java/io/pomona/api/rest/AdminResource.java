package io.pomona.api.rest;

/**
 * Marks a JAX-RS class of the admin API. Its {@code @Path} is relative to {@code /api/v1} and
 * answers under {@code /api/v1/fleet} and {@code /api/latest/fleet} as well. One instance serves
 * all requests, on the server's threads.
 */
public interface AdminResource {}
