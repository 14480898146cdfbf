package io.pomona.simulator.mac;

import io.pomona.simulator.crypto.Identity;
import io.pomona.simulator.mac.command.Answer;
import io.pomona.simulator.wire.Plist;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** Requests of a Mac with their signatures made beforehand, so that a driver only sends. */
public final class PresignedPolls {

  /** A PUT body with the value of its Mdm-Signature header. */
  public record Presigned(byte[] body, String signature) {}

  private final MacHardware hardware;
  private final Identity identity;
  private final Wording wording;
  private final CheckIn messages;

  public PresignedPolls(BenchmarkIdentity mac) {
    this.hardware = mac.hardware();
    this.identity = mac.identity();
    this.wording = new Wording(hardware, Channel.DEVICE);
    this.messages = new CheckIn(hardware);
  }

  public Presigned idle() {
    return sign(wording.idle());
  }

  public Presigned acknowledged(String commandUuid, String requestType) {
    return sign(wording.answer(commandUuid, requestType, Answer.acknowledged()));
  }

  /**
   * The answer to a ProfileList: of each profile these keys, {@code PayloadIdentifier} first of
   * all.
   */
  public Presigned listed(String commandUuid, List<Map<String, String>> profiles) {
    Answer answer = Answer.acknowledged("ProfileList", profiles);
    return sign(wording.answer(commandUuid, "ProfileList", answer));
  }

  /** Check-in: goes out as application/x-apple-aspen-mdm-checkin. */
  public Presigned authenticate(String topic) {
    return sign(messages.authenticate(topic));
  }

  /** Check-in: the push address follows from UDID, topic and certificate. */
  public Presigned tokenUpdate(String topic) {
    return sign(messages.tokenUpdate(topic, push(topic), false));
  }

  public PushAddress push(String topic) {
    BigInteger serial = identity.certificate().getSerialNumber();
    return PushAddress.of(hardware.udid(), topic, Channel.DEVICE, serial);
  }

  private Presigned sign(Plist message) {
    return sign(message.xml());
  }

  private Presigned sign(byte[] body) {
    return new Presigned(body, MessageSignature.SHA256.of(body, identity));
  }
}
