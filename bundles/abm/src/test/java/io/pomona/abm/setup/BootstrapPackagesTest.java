package io.pomona.abm.setup;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.abm.setup.PackageDownloads.Offer;
import io.pomona.abm.setup.rest.BootstrapCalls;
import io.pomona.abm.setup.rest.BootstrapResource;
import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.abm.BootstrapPackage;
import io.pomona.api.abm.LargeFileStore;
import io.pomona.api.abm.SetupStepStatus;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.Permission;
import io.pomona.api.rest.ByteRange;
import io.pomona.api.rest.FormStream;
import io.pomona.api.rest.FormStream.Part;
import io.pomona.protocol.digest.Sha256;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.testkit.FakeAccess;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.SamplePackages;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

/** Packages on their way in, kept in parts, and on their way out. */
public class BootstrapPackagesTest {
  private static final int LARGE = BootstrapPackage.CHUNK + LargeFileStore.PART + 17;
  private static final long LIMIT = 16L << 20;

  private final SettingUp world = new SettingUp();
  private final BootstrapPackages packages = packages(FakeAccess.allowingAll());
  private final PackageDownloads downloads =
      new PackageDownloads(
          world.stores.bootstrapPackages(),
          world.stores.macSetups(),
          world.stores.largeFiles(),
          world.outcomes(),
          world.clock);

  private BootstrapPackages packages(FakeAccess access) {
    return new BootstrapPackages(
        world.stores.bootstrapPackages(), world.stores.largeFiles(), access, LIMIT, world.clock);
  }

  private BootstrapPackage upload(byte[] content) {
    return packages.publish(
        Fixtures.ADMIN,
        Optional.empty(),
        packages.receive("C:\\files\\tools.pkg", new ByteArrayInputStream(content)));
  }

  private static String hex(byte[] bytes) {
    return Sha256.hex(bytes);
  }

  private List<String> activities() {
    return world.stores.activities().newest(PageRequest.first(10)).stream()
        .map(Activity::type)
        .filter(type -> type.endsWith("bootstrap_package"))
        .toList();
  }

  private byte[] download(Offer offer, ByteRange range) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    downloads.write(offer, range, out);
    return out.toByteArray();
  }

  @Test
  public void whatComesOutIsWhatWentInWithAllItsHashes() {
    byte[] content = SamplePackages.signed(LARGE);
    BootstrapPackage added = upload(content);
    assertEquals("tools.pkg", added.name());
    assertEquals(content.length, added.size());
    assertEquals(hex(content), added.sha256());
    int chunk = BootstrapPackage.CHUNK;
    assertEquals(
        List.of(
            hex(Arrays.copyOf(content, chunk)),
            hex(Arrays.copyOfRange(content, chunk, content.length))),
        added.chunkSha256s());
    Offer offer = downloads.find(added.token());
    assertArrayEquals(content, download(offer, ByteRange.all(offer.size())));
    int from = LargeFileStore.PART - 3;
    assertArrayEquals(
        Arrays.copyOfRange(content, from, from + 10),
        download(offer, new ByteRange(from, from + 9)));
    assertEquals(List.of("added_bootstrap_package"), activities());
  }

  @Test
  public void aPackageOfExactlyOneChunkHasOneHash() {
    int head = SamplePackages.signed(0).length;
    BootstrapPackage added = upload(SamplePackages.signed(BootstrapPackage.CHUNK - head));
    assertEquals(BootstrapPackage.CHUNK, added.size());
    assertEquals(List.of(added.sha256()), added.chunkSha256s());
  }

  @Test
  public void anotherOneTakesItsPlaceAndItsAddressEnds() {
    BootstrapPackage first = upload(SamplePackages.signed(1));
    BootstrapPackage second = upload(SamplePackages.signed(2));
    assertNotEquals(first.token(), second.token());
    assertEquals(64, second.token().length());
    assertThrows(MdmException.class, () -> downloads.find(first.token()));
    assertThrows(MdmException.class, () -> downloads.find(""));
    assertEquals(
        List.of("added_bootstrap_package", "deleted_bootstrap_package", "added_bootstrap_package"),
        activities());
    world.clock.advance(Duration.ofDays(2));
    packages.forget();
    assertEquals(Optional.empty(), world.stores.largeFiles().part(first.file(), 0));
    assertTrue(world.stores.largeFiles().part(second.file(), 0).isPresent());
    packages.delete(Fixtures.ADMIN, Optional.empty());
    assertEquals(
        "abm.no_bootstrap_package",
        assertThrows(MdmException.class, () -> packages.delete(Fixtures.ADMIN, Optional.empty()))
            .code());
  }

  @Test
  public void whatIsNoneIsRefusedAndForgotten() {
    assertEquals("abm.package_not_signed", refused(SamplePackages.unsigned()));
    assertEquals("abm.no_package", refused(new byte[0]));
    assertEquals("abm.package_too_large", refused(SamplePackages.signed((int) LIMIT)));
    world.clock.advance(Duration.ofDays(2));
    Instant now = world.clock.instant();
    assertEquals("gone at once", 0, world.stores.largeFiles().forget(now, now, 10));
    assertEquals(List.of(), activities());
  }

  private String refused(byte[] content) {
    return assertThrows(MdmException.class, () -> upload(content)).code();
  }

  @Test
  public void anUploadThatBreaksOffIsNoPackage() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("gone");
          }
        };
    assertEquals(
        "abm.upload_broken",
        assertThrows(MdmException.class, () -> packages.receive("a.pkg", broken)).code());
  }

  @Test
  public void whoMayNotChangesNothing() {
    BootstrapPackages closed = packages(FakeAccess.denyingAll());
    upload(SamplePackages.signed(1));
    assertThrows(
        MdmException.class,
        () ->
            closed.publish(
                Fixtures.ADMIN,
                Optional.empty(),
                packages.receive("a.pkg", new ByteArrayInputStream(SamplePackages.signed(2)))));
    assertThrows(MdmException.class, () -> closed.delete(Fixtures.ADMIN, Optional.empty()));
    assertThrows(
        MdmException.class,
        () -> closed.find(Fixtures.ADMIN, Permission.VIEW_SETUP, Optional.empty()));
    assertEquals(List.of("added_bootstrap_package"), activities());
  }

  private void add(FakeAccess access, String team, List<Part> parts) {
    Iterator<Part> rest = parts.iterator();
    FormStream form = () -> rest.hasNext() ? Optional.of(rest.next()) : Optional.empty();
    new BootstrapResource(new BootstrapCalls(packages(access)), downloads)
        .add(Fixtures.ADMIN, team, form);
  }

  private static Part file(InputStream content) {
    return new Part("package", Optional.of("a.pkg"), content);
  }

  @Test
  public void whoMayNotChangeTheTeamOfTheAddressIsToldBeforeTheBytesAreRead() {
    ByteArrayInputStream content = new ByteArrayInputStream(SamplePackages.signed(1));
    int all = content.available();
    assertThrows(
        MdmException.class, () -> add(FakeAccess.denyingAll(), "7", List.of(file(content))));
    assertEquals(all, content.available());
  }

  @Test
  public void whatIsRefusedBehindTheFileIsDeletedAtOnce() {
    ByteArrayInputStream content = new ByteArrayInputStream(SamplePackages.signed(1));
    Part team = new Part("team_id", Optional.empty(), new ByteArrayInputStream(new byte[] {'7'}));
    assertThrows(
        MdmException.class, () -> add(FakeAccess.denyingAll(), "", List.of(file(content), team)));
    assertEquals(0, content.available());
    world.clock.advance(Duration.ofDays(2));
    Instant now = world.clock.instant();
    assertEquals(0, world.stores.largeFiles().forget(now, now, 10));
  }

  @Test
  public void aMacHasItsOwnAddressAndFetchesInPieces() {
    byte[] content = SamplePackages.signed(LARGE);
    BootstrapPackage added = upload(content);
    world.enroll(true);
    PlistDict asset =
        world
            .poll()
            .orElseThrow()
            .body()
            .keys()
            .dict("Manifest")
            .orElseThrow()
            .dicts("items")
            .get(0)
            .dicts("assets")
            .get(0);
    assertEquals(added.chunkSha256s(), asset.strings("sha256s"));
    assertEquals(Optional.of((long) BootstrapPackage.CHUNK), asset.integer("sha256-size"));
    String token = asset.string("url").orElseThrow().replaceAll(".*token=", "");
    assertNotEquals(added.token(), token);
    world.acknowledge();
    Offer offer = downloads.find(token);
    download(offer, new ByteRange(0, 99));
    assertEquals(SetupStepStatus.PENDING, world.setup().bootstrap().status());
    downloads.write(offer, new ByteRange(100, offer.size() - 1), hangsUp());
    assertEquals(SetupStepStatus.PENDING, world.setup().bootstrap().status());
    download(offer, new ByteRange(offer.size() - 1, offer.size() - 1));
    assertEquals("the end is not all", SetupStepStatus.PENDING, bootstrap());
    download(offer, new ByteRange(100, offer.size() - 1));
    assertEquals(SetupStepStatus.DONE, bootstrap());
    packages.delete(Fixtures.ADMIN, Optional.empty());
    world.clock.advance(Duration.ofDays(29));
    packages.forget();
    assertArrayEquals(
        "what broke off on its way is fetched again",
        content,
        download(downloads.find(token), ByteRange.all(offer.size())));
    world.clock.advance(Duration.ofDays(1).plusSeconds(1));
    packages.forget();
    assertThrows("its use is over", MdmException.class, () -> downloads.find(token));
    assertEquals(Optional.empty(), world.stores.largeFiles().part(added.file(), 0));
  }

  private SetupStepStatus bootstrap() {
    return world.setup().bootstrap().status();
  }

  private static OutputStream hangsUp() {
    return new OutputStream() {
      @Override
      public void write(int value) throws IOException {
        throw new IOException("the Mac has hung up");
      }
    };
  }
}
