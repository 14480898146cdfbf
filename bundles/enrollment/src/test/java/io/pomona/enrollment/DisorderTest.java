package io.pomona.enrollment;

import static org.junit.Assert.assertEquals;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.Enrollment;
import io.pomona.api.enrollment.Host;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.command.RawCommand;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.protocol.plist.PlistWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.Test;

/**
 * What the network delivers twice, late and between other messages ends in the state of each
 * message once and in order. A Mac sends a message only after the one before was answered, so only
 * the first deliveries have an order.
 */
public class DisorderTest {
  private static final int SEEDS = Integer.getInteger("pomona.seeds", 1000);
  private static final String USER = "501";

  /** A request as it left the Mac. */
  private record Sent(boolean checkIn, String certificate, byte[] body) {}

  private static final class Line extends TestMac {
    private final Optional<Random> disorder;
    private final List<Sent> sent = new ArrayList<>();
    private final List<String> certificates = new ArrayList<>();

    Line(Optional<Random> disorder) {
      super(new EnrollmentWorld(), 1);
      this.disorder = disorder;
    }

    @Override
    CheckInAnswer send(PlistDict message) {
      byte[] body = PlistWriter.write(message);
      CheckInAnswer answer = world.checkIn(certificate, body);
      note(new Sent(true, certificate, body));
      return answer;
    }

    @Override
    Optional<byte[]> poll(PlistDict report) {
      byte[] body = PlistWriter.write(report);
      Optional<byte[]> answer = world.connect(certificate, body);
      note(new Sent(false, certificate, body));
      return answer;
    }

    private void note(Sent request) {
      sent.add(request);
      world.deliverOutcomes();
      disorder.ifPresent(this::repeat);
    }

    private void repeat(Random random) {
      for (int i = random.nextInt(3); i > 0; i--) {
        world.clock.advance(Duration.ofMinutes(random.nextInt(180)));
        deliver(sent.get(random.nextInt(sent.size())));
      }
    }

    private void deliver(Sent request) {
      try {
        if (request.checkIn) {
          world.checkIn(request.certificate, request.body);
        } else {
          world.connect(request.certificate, request.body);
        }
      } catch (MdmException refused) {
        assertEquals(false, refused.kind() == MdmException.Kind.UNAUTHENTICATED);
      }
      world.deliverOutcomes();
    }

    /** Sends something before its time, which must be refused without a trace. */
    private void tooEarly(PlistDict message) {
      disorder.ifPresent(
          random -> {
            if (random.nextBoolean()) {
              deliver(new Sent(true, certificate, PlistWriter.write(message)));
            }
          });
    }

    void begin() {
      certificate = scep(world.profiles.manual()).orElseThrow();
      certificates.add(certificate);
      tooEarly(token("early"));
      send(authenticate());
      tooEarly(userToken(USER));
      send(token());
      send(userToken(USER));
    }

    @Override
    PlistDict install(RawCommand command) {
      PlistDict answer = super.install(command);
      certificates.add(certificate);
      return answer;
    }

    void renew() {
      // As long as it takes with the pauses that disorder brings.
      world.clock.set(world.clock.instant().plus(Duration.ofDays(190)));
      world.renewal.sweep();
      drain();
    }

    String state() {
      StringBuilder state = new StringBuilder();
      Host host = world.host(channel);
      state.append(host.facts()).append(host.mdm()).append('\n');
      state.append(channel(channel)).append(channel(ChannelId.user(channel.device(), USER)));
      for (int i = 0; i < certificates.size(); i++) {
        state.append(i).append(bound(certificates.get(i))).append('\n');
      }
      state.append(world.activities("mdm_enrolled")).append(' ');
      state.append(world.activities("mdm_unenrolled")).append('\n');
      world
          .stores
          .commandHistory()
          .list(Optional.empty(), io.pomona.api.PageRequest.first(1000))
          .forEach(each -> state.append(each.requestType()).append(each.state()).append('\n'));
      world
          .stores
          .bootstrapTokens()
          .get(channel)
          .ifPresent(token -> state.append(new String(token, StandardCharsets.ISO_8859_1)));
      return state.toString();
    }

    private String bound(String sha256) {
      return world
          .stores
          .enrollments()
          .binding(sha256)
          .map(binding -> binding.current() ? "current" : "former")
          .orElse("none");
    }

    private String channel(ChannelId id) {
      return world.stores.enrollments().find(id).map(Line::text).orElse("no channel") + '\n';
    }

    private static String text(Enrollment enrollment) {
      String push =
          enrollment
              .push()
              .map(
                  target -> target.pushMagic() + new String(target.token(), StandardCharsets.UTF_8))
              .orElse("no push");
      return enrollment.enabled() + " " + push + enrollment.awaitingConfiguration();
    }
  }

  private static String run(List<Integer> plot, Optional<Random> disorder) {
    Line mac = new Line(disorder);
    mac.begin();
    mac.drain();
    for (int act = 1; act < plot.size(); act++) {
      play(mac, plot.get(act), act);
      mac.drain();
    }
    if (plot.get(0) == 0) {
      mac.send(mac.checkOut());
    }
    return mac.state();
  }

  private static void play(Line mac, int scene, int act) {
    switch (scene) {
      case 0 -> mac.send(mac.token());
      case 1 -> {
        mac.send(mac.bootstrapToken("first" + act));
        mac.send(mac.bootstrapToken("second" + act));
      }
      case 2 -> mac.begin();
      case 3 -> mac.renew();
      case 4 -> {
        mac.send(mac.checkOut());
        mac.begin();
      }
      default -> mac.send(mac.token("fixed").with("AwaitingConfiguration", act % 2 == 0));
    }
  }

  /** How it ends, 0 with the Mac leaving, and then up to three scenes. */
  private static List<Integer> plot(Random random) {
    List<Integer> plot = new ArrayList<>(List.of(random.nextInt(4)));
    for (int acts = 1 + random.nextInt(3); acts > 0; acts--) {
      plot.add(random.nextInt(6));
    }
    return plot;
  }

  @Test
  public void disorderEndsInTheStateOfOrder() {
    Map<List<Integer>, String> inOrder = new HashMap<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      List<Integer> plot = plot(random);
      String expected = inOrder.computeIfAbsent(plot, each -> run(each, Optional.empty()));
      assertEquals("seed " + seed, expected, run(plot, Optional.of(random)));
    }
  }
}
