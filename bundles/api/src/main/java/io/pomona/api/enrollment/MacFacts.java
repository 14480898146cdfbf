package io.pomona.api.enrollment;

/**
 * What a Mac says of itself; empty text where it has not said it.
 *
 * @param name DeviceName
 * @param model for example {@code Mac15,6}
 * @param modelName for example {@code MacBook Pro}
 */
public record MacFacts(
    String serialNumber,
    String name,
    String model,
    String modelName,
    String osVersion,
    String buildVersion) {}
