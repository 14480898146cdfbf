package io.pomona.cli.output;

import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.Test;

public class ChangeReportTest {
  @Test
  public void aTerminalHasColours() throws IOException {
    StringWriter out = new StringWriter();
    new ChangeReport(new PrintWriter(out), true)
        .print(
            new ObjectMapper()
                .readTree(
                    "{\"changes\":[{\"scope\":\"Labs\",\"action\":\"removed\",\"text\":\"x\"}]}"));
    assertEquals("Labs\n\u001b[31m  - x\u001b[0m\n\n1 removed.\n", out.toString());
  }
}
