package io.pomona.cli;

import static org.junit.Assert.assertEquals;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class RunCommandTest {
  @Rule public final Desk desk = new Desk();
  private String payload;

  @Before
  public void twoMacs() {
    payload = desk.write("lock.plist", "<plist/>").toString();
    for (String host : new String[] {"A", "B"}) {
      desk.server()
          .on(
              "GET /api/v1/hosts/identifier/" + host,
              200,
              "{\"host\":{\"uuid\":\"U-" + host + "\"}}");
    }
  }

  private void answer(String failed, String warnings) {
    desk.server()
        .on(
            "POST /api/v1/commands/run",
            200,
            "{\"command_uuid\":\"CU\",\"failed_uuids\":[%s],\"warnings\":[%s]}"
                .formatted(failed, warnings));
  }

  private void run(String... more) {
    String[] words = {"mdm", "run-command", "--hosts=A,B", "--payload=" + payload};
    String[] all = new String[words.length + more.length];
    System.arraycopy(words, 0, all, 0, words.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    assertEquals(0, desk.run(all));
  }

  @Test
  public void onlyMacsThatGotItAreCounted() {
    answer("\"U-B\"", "");
    run();
    assertEquals(
        """
        The command is queued for 1 Mac. What they answer shows
        pomonactl get mdm-command-results --id=CU
        """,
        desk.out());
    assertEquals("Not queued for B: MDM is off there.\n", desk.err());
    run("--channel=user");
    assertEquals(
        "Not queued for B: MDM is off there, or no user of it has enrolled.\n", desk.err());
  }

  @Test
  public void warningsAreTold() {
    answer("", "\"PIN is not known.\\u001b\"");
    run();
    assertEquals(
        """
        The command is queued for 2 Macs. What they answer shows
        pomonactl get mdm-command-results --id=CU
        """,
        desk.out());
    assertEquals("PIN is not known.\n", desk.err());
  }
}
