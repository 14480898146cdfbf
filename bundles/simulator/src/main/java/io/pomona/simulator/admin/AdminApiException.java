package io.pomona.simulator.admin;

import io.pomona.simulator.wire.Reply;
import java.io.IOException;

/** The admin API refused; the message is what it said. */
public final class AdminApiException extends IOException {

  private static final long serialVersionUID = 1L;

  private final int status;

  AdminApiException(String what, Reply reply) {
    super(what + " was refused with " + reply.status() + ": " + reply.text());
    this.status = reply.status();
  }

  public int status() {
    return status;
  }

  /** True while parts of the server may still be starting. */
  public boolean mayPass() {
    return status == 404 || status == 502 || status == 503;
  }
}
