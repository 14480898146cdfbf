package io.pomona.testkit.memory;

import io.pomona.api.enrollment.IdentityBinding;
import io.pomona.protocol.channel.ChannelId;

/**
 * A certificate that began an enrollment. It is kept when it has ended: it can never begin again.
 */
final class BindingRow {
  final String sha256;
  final ChannelId device;
  boolean current = true;
  boolean ended;

  BindingRow(String sha256, ChannelId device) {
    this.sha256 = sha256;
    this.device = device;
  }

  IdentityBinding toBinding(boolean unsettled) {
    return new IdentityBinding(sha256, device, current, unsettled);
  }
}
