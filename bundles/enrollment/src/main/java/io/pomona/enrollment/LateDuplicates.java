package io.pomona.enrollment;

import io.pomona.api.pki.VerifiedCertificate;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.digest.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Recognises a value that a Mac has sent before and replaced since: a request that the network
 * delivers once more must not bring an old token back.
 *
 * <p>Kept in memory as short hashes, for the channels that were heard of last. What is forgotten is
 * taken as new, which the Mac's next message puts right.
 */
@Component(service = LateDuplicates.class)
public final class LateDuplicates {
  private static final int CHANNELS = 16_384;
  private static final int VALUES = 8;

  private final Map<Long, Deque<Long>> taken =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Deque<Long>> eldest) {
          return size() > CHANNELS;
        }
      };

  @Activate
  public LateDuplicates() {}

  /** A value and what it belongs to, as hashes. */
  record Message(long owner, long value) {
    /** Both in one. */
    long mark() {
      return hash(ByteBuffer.allocate(2 * Long.BYTES).putLong(owner).putLong(value).array());
    }
  }

  /**
   * @param kind what is replaced: values of different kinds live beside each other
   */
  static Message message(
      VerifiedCertificate certificate, ChannelId channel, String kind, byte[]... value) {
    String owner = certificate.sha256() + ' ' + channel + ' ' + kind;
    return new Message(hash(owner.getBytes(StandardCharsets.UTF_8)), hash(value));
  }

  /** Whether another value was taken after this one. */
  synchronized boolean isLate(Message message) {
    Deque<Long> values = taken.getOrDefault(message.owner, new ArrayDeque<>());
    return values.contains(message.value) && values.getLast() != message.value;
  }

  synchronized void taken(Message message) {
    Deque<Long> values = taken.computeIfAbsent(message.owner, owner -> new ArrayDeque<>(2));
    if (values.isEmpty() || values.getLast() != message.value) {
      values.addLast(message.value);
    }
    if (values.size() > VALUES) {
      values.removeFirst();
    }
  }

  private static long hash(byte[]... parts) {
    MessageDigest digest = Sha256.digest();
    for (byte[] part : parts) {
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
      digest.update(part);
    }
    return ByteBuffer.wrap(digest.digest()).getLong();
  }
}
