package io.pomona.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** Binds one value as its type asks. */
final class Bind {
  private Bind() {}

  static void value(Connection connection, PreparedStatement statement, int at, Object value)
      throws SQLException {
    if (value instanceof Optional<?> optional) {
      value(connection, statement, at, optional.orElse(null));
    } else if (value instanceof String text) {
      statement.setString(at, Text.storable(text));
    } else if (value instanceof Instant instant) {
      statement.setLong(at, Micros.of(instant));
    } else if (value instanceof Enum<?> constant) {
      statement.setString(at, constant.name());
    } else if (value instanceof byte[] bytes) {
      statement.setBytes(at, bytes);
    } else if (value instanceof String[] texts) {
      String[] storable = Arrays.stream(texts).map(Text::storable).toArray(String[]::new);
      statement.setArray(at, connection.createArrayOf("varchar", storable));
    } else if (value instanceof Object[] array) {
      statement.setArray(at, connection.createArrayOf(type(array), array));
    } else if (value == null) {
      statement.setNull(at, Types.NULL);
    } else {
      statement.setObject(at, value);
    }
  }

  private static String type(Object[] array) {
    if (array instanceof Long[]) {
      return "bigint";
    }
    return array instanceof Integer[] ? "integer" : "varchar";
  }
}
