package io.pomona.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The row at hand of an answer. */
public final class Row {
  private final ResultSet answer;

  Row(ResultSet answer) {
    this.answer = answer;
  }

  public String text(String column) throws SQLException {
    return answer.getString(column);
  }

  public Optional<String> optionalText(String column) throws SQLException {
    return Optional.ofNullable(answer.getString(column));
  }

  public long number(String column) throws SQLException {
    return answer.getLong(column);
  }

  public Optional<Long> optionalNumber(String column) throws SQLException {
    long number = answer.getLong(column);
    return answer.wasNull() ? Optional.empty() : Optional.of(number);
  }

  public boolean flag(String column) throws SQLException {
    return answer.getBoolean(column);
  }

  public byte[] bytes(String column) throws SQLException {
    return answer.getBytes(column);
  }

  public Optional<byte[]> optionalBytes(String column) throws SQLException {
    return Optional.ofNullable(answer.getBytes(column));
  }

  public Instant instant(String column) throws SQLException {
    return Micros.instant(answer.getLong(column));
  }

  public Optional<Instant> optionalInstant(String column) throws SQLException {
    return optionalNumber(column).map(Micros::instant);
  }

  /** Turns a row into what the caller wants. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(Row row) throws SQLException;
  }
}
