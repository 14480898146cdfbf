package io.pomona.api.organization;

/**
 * @param name shown to users of Macs
 * @param serverUrl where Macs and admins reach this server, {@code https://host[:port]} without a
 *     trailing slash; part of every enrollment profile, so that changing it leaves enrolled Macs
 *     behind
 */
public record OrganizationSettings(String name, String serverUrl) {}
