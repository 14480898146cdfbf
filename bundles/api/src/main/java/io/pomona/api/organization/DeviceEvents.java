package io.pomona.api.organization;

/**
 * Where slices tell of what Macs do. Who asks first, and tells before the Mac is answered, loses no
 * event: a Mac that gets no answer sends its message again, and the event is told again.
 */
public interface DeviceEvents {
  /** Who wants to know of it, of all webhooks together. From memory: asked for every message. */
  Interest interest(DeviceTopic topic);

  /** Keeps the event for each webhook that wants it and may have it. One transaction. */
  void tell(DeviceEvent event);

  /** How much is wanted. */
  enum Interest {
    NOTHING,
    /** That it happened. */
    EVENT,
    /** The message as well. */
    PAYLOAD
  }
}
