package io.pomona.api.organization;

import java.time.Instant;
import java.util.Optional;

/**
 * A step of a login by a provider that waits for the next one. Neither what names it nor what its
 * holder has to show is kept, only their digests, so that the database is of no use to a thief.
 *
 * @param sha256 of what names it: the state of a login, or the code for a command line
 * @param holderSha256 of what its holder shows: the browser's cookie, or a command line's verifier
 * @param user who has logged in; empty before the provider has said
 * @param target where the browser goes afterwards
 * @param verifierSha256 of what the command line will show that waits at the target; empty text
 *     when the browser itself logs in
 */
public record SsoTicket(
    String sha256,
    String holderSha256,
    Optional<UserId> user,
    String target,
    String verifierSha256,
    Instant expires) {}
