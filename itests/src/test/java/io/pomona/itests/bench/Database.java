package io.pomona.itests.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/** What the server keeps its data in. */
interface Database extends AutoCloseable {
  /** With its version. */
  String name();

  /** Files in etc with their keys. */
  Map<String, Map<String, String>> settings();

  /** Of processes besides the server's own. */
  double cpuSeconds();

  /** Good only while no server runs. */
  Connection open() throws SQLException;

  /** How many answers to a command are stored. Good only while no server runs. */
  default long acknowledged(String commandUuid) throws SQLException {
    try (Connection connection = open();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT count(*) FROM commands_result"
                    + " WHERE cmd_uuid = ? AND state = 'ACKNOWLEDGED'")) {
      statement.setString(1, commandUuid);
      try (ResultSet answer = statement.executeQuery()) {
        answer.next();
        return answer.getLong(1);
      }
    }
  }

  @Override
  void close();
}
