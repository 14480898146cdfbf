package io.pomona.api.abm;

import io.pomona.protocol.dep.AppleAccount;
import java.time.Instant;

/**
 * A token that was opened and that Apple takes.
 *
 * @param sealed what signs calls with it, sealed by the vault under {@code abm.token}
 */
public record NewAbmToken(
    String consumerKey, byte[] sealed, AppleAccount account, Instant expiresAt) {}
