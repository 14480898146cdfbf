package io.pomona.store.profiles;

import io.pomona.api.profiles.ProfileStatus;
import io.pomona.store.escrow.EncryptionStatuses;
import java.util.List;

/**
 * The worst status among the profiles of a host, as one SQL expression. That of disk encryption is
 * pending as well while somebody has to do something at the Mac.
 */
public final class WorstStatus {
  private static final List<ProfileStatus> WORST_FIRST =
      List.of(
          ProfileStatus.FAILED,
          ProfileStatus.PENDING,
          ProfileStatus.VERIFYING,
          ProfileStatus.VERIFIED);

  /** Its place, over rows with the alias p of a host with the alias h. */
  public static final String PLACE =
      "MIN(CASE WHEN p.status = 'FAILED' THEN 0 WHEN p.status = 'PENDING' OR"
          + EncryptionStatuses.AWAITED
          + " THEN 1 WHEN p.status = 'VERIFYING' THEN 2 ELSE 3 END)";

  /** Behind a host with the alias h. */
  public static final String JOINED = EncryptionStatuses.REPORTED;

  private WorstStatus() {}

  public static long place(ProfileStatus status) {
    return WORST_FIRST.indexOf(status);
  }

  static ProfileStatus at(long place) {
    return WORST_FIRST.get((int) place);
  }
}
