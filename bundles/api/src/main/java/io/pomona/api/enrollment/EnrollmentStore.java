package io.pomona.api.enrollment;

import io.pomona.api.organization.ActivityDraft;
import io.pomona.protocol.channel.ChannelId;
import java.time.Instant;
import java.util.Optional;

/** Enrollments and the certificates bound to them. Each method is one transaction. */
public interface EnrollmentStore {
  /**
   * Begins an enrollment, finds or makes the host (by UDID, else by serial number) and binds the
   * certificate; channels of another UDID on that host end. Repeating it with the same certificate
   * is harmless.
   *
   * @throws io.pomona.api.MdmException forbidden {@code enrollment.certificate_bound} when the
   *     certificate belongs to another Mac
   */
  HostId start(EnrollmentStart start);

  /**
   * Stores token and push magic, enables the channel, and on the first one writes commands,
   * activity and {@code ENROLLED}, else {@code TOKEN_UPDATED}. A user channel is made here.
   *
   * @return whether it was the first one
   * @throws io.pomona.api.MdmException not found when the device has not begun to enroll
   */
  boolean token(TokenChange change);

  /** Ends all channels of the Mac, cancels what is queued and writes {@code CHECKED_OUT}. */
  void checkOut(ChannelId device, Instant now, ActivityDraft activity);

  /** Whose certificate this is; from memory, called for every message. */
  Optional<IdentityBinding> binding(String certificateSha256);

  Optional<Enrollment> find(ChannelId channel);

  /** Notes that the Mac was heard of; written later in batches, a crash may lose some seconds. */
  void seen(ChannelId channel, Instant now);

  /** The Mac has reported under its new certificate: forget the ones before it. */
  void settleIdentity(ChannelId device, String certificateSha256);
}
