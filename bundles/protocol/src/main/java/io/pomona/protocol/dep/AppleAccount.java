package io.pomona.protocol.dep;

/**
 * What Apple says of the account behind a token.
 *
 * @param adminId the Apple ID of who made the token
 * @param pageLimit how many devices a call may ask for, at most
 * @param assignLimit how many serial numbers a profile may be assigned to at once
 */
public record AppleAccount(
    String serverName,
    String serverUuid,
    String adminId,
    String organizationName,
    String organizationId,
    int pageLimit,
    int assignLimit) {}
