package io.pomona.store.enrollment;

import io.pomona.store.sql.Micros;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;

/** A bootstrap token, sealed, and hashes of those that it has replaced. */
@Entity(name = "BootstrapToken")
@Table(name = "enrollment_bootstrap_token")
public class BootstrapTokenEntity {
  private static final int MARKS = 8;

  @Id private String device;
  @Lob private byte[] sealed;

  // What was taken last, newest at the end.
  @Lob private byte[] marks;

  @Column(name = "updated_at")
  private long updatedAt;

  static BootstrapTokenEntity of(String device) {
    BootstrapTokenEntity entity = new BootstrapTokenEntity();
    entity.device = device;
    return entity;
  }

  /**
   * @return false for a value that was replaced before
   */
  boolean take(Optional<byte[]> token, long mark, Instant now) {
    LinkedList<Long> known = marks();
    if (known.contains(mark) && known.getLast() != mark) {
      return false;
    }
    known.remove(mark);
    known.add(mark);
    write(known.subList(Math.max(0, known.size() - MARKS), known.size()));
    sealed = token.orElse(null);
    updatedAt = Micros.of(now);
    return true;
  }

  Optional<byte[]> sealed() {
    return Optional.ofNullable(sealed);
  }

  private LinkedList<Long> marks() {
    LinkedList<Long> known = new LinkedList<>();
    ByteBuffer bytes = ByteBuffer.wrap(marks == null ? new byte[0] : marks);
    while (bytes.hasRemaining()) {
      known.add(bytes.getLong());
    }
    return known;
  }

  private void write(List<Long> known) {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * known.size());
    known.forEach(bytes::putLong);
    marks = bytes.array();
  }
}
