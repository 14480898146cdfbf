package io.pomona.organization;

import io.pomona.api.organization.Activity;
import io.pomona.api.organization.UserId;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An activity and its place as bytes, the same whatever it is stored as and unlike those of any
 * other: texts have their length before them, values their kind, details are in order.
 */
final class CanonicalActivity {
  private static final int VERSION = 1;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  private CanonicalActivity() {}

  static byte[] bytes(long position, String previous, Activity activity) {
    CanonicalActivity canonical = new CanonicalActivity();
    try {
      canonical.write(position, previous, activity);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return canonical.bytes.toByteArray();
  }

  private void write(long position, String previous, Activity activity) throws IOException {
    out.writeByte(VERSION);
    out.writeLong(position);
    text(previous);
    out.writeLong(activity.id());
    out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, activity.createdAt()));
    out.writeLong(activity.actor().map(UserId::value).orElse(0L));
    text(activity.actorName());
    text(activity.actorEmail());
    text(activity.type());
    out.writeInt(activity.details().size());
    for (Map.Entry<String, Object> detail : new TreeMap<>(activity.details()).entrySet()) {
      text(detail.getKey());
      value(detail.getValue());
    }
  }

  private void value(Object value) throws IOException {
    if (value instanceof List<?> list) {
      out.writeByte('l');
      out.writeInt(list.size());
      for (Object item : list) {
        value(item);
      }
    } else if (value instanceof Long number) {
      out.writeByte('n');
      out.writeLong(number);
    } else if (value instanceof Boolean flag) {
      out.writeByte('b');
      out.writeBoolean(flag);
    } else {
      out.writeByte('t');
      text(value.toString());
    }
  }

  private void text(String text) throws IOException {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(encoded.length);
    out.write(encoded);
  }
}
