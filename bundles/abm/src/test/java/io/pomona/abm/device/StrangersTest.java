package io.pomona.abm.device;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.pomona.abm.admission.Door;
import io.pomona.api.MdmException;
import io.pomona.api.pki.MachineSignatures.Flaw;
import io.pomona.testkit.Fixtures;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import org.junit.Test;

public class StrangersTest {
  private static final String PROXY = "10.0.0.1";

  private final Door door = new Door();
  private final Strangers strangers =
      new Strangers(
          door.arrivals,
          (remote, forwarded) -> forwarded.isEmpty() ? remote : forwarded.get(0),
          door.clock);

  private static HttpServletRequest from(String... forwarded) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            StrangersTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                method.getName().equals("getRemoteAddr")
                    ? PROXY
                    : Collections.enumeration(List.of(forwarded)));
  }

  private String refused(HttpServletRequest request, byte[] info) {
    return assertThrows(MdmException.class, () -> strangers.receive(request, info)).code();
  }

  private void flood(HttpServletRequest request) {
    door.flaw = Optional.of(Flaw.FOREIGN_SIGNER);
    for (int i = 0; i < 150; i++) {
      refused(request, Door.info("MADEUP" + i, "U", "14.2", true));
    }
  }

  @Test
  public void strangersBehindOneProxyShutNobodyOutThatAppleHasSigned() {
    door.known(1);
    flood(from());
    assertEquals("abm.too_many_refusals", refused(from(), Door.info(1)));
    door.flaw = Optional.empty();
    assertEquals(
        Fixtures.serial(1), strangers.receive(from(), Door.info(1)).machine().serialNumber());
  }

  @Test
  public void theAddressIsThatOfTheClientWhereAProxyTellsIt() {
    door.known(1);
    flood(from("198.51.100.9"));
    assertEquals("abm.too_many_refusals", refused(from("198.51.100.9"), Door.info(1)));
    assertEquals("abm.not_admitted", refused(from("198.51.100.10"), Door.info(1)));
  }
}
