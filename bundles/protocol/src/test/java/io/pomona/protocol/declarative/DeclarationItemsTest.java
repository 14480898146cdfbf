package io.pomona.protocol.declarative;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class DeclarationItemsTest {
  private static final String TEST = "com.apple.configuration.management.test";

  static Declaration declaration(String identifier, String payload) {
    return declaration(identifier, TEST, payload);
  }

  private static Declaration declaration(String identifier, String type, String payload) {
    try {
      return Declaration.of(identifier, type, payload.getBytes(StandardCharsets.UTF_8));
    } catch (MalformedDeclarationException e) {
      throw new AssertionError(e);
    }
  }

  private static String refused(String identifier, String type, String payload) {
    return assertThrows(
            MalformedDeclarationException.class,
            () -> Declaration.of(identifier, type, payload.getBytes(StandardCharsets.UTF_8)))
        .part();
  }

  @Test
  public void equalContentHasEqualTokens() {
    Declaration one = declaration("a", "{\"Echo\": \"x\", \"B\": {\"d\": 1.50, \"c\": [1, 2]}}");
    Declaration other = declaration("a", "{\"B\":{\"c\":[1,2],\"d\":1.50},\"Echo\":\"x\"}");
    assertEquals(one.serverToken(), other.serverToken());
    assertEquals(64, one.serverToken().length());
    assertEquals(
        DeclarationItems.of(List.of(one, declaration("b", "{}"))).token(),
        DeclarationItems.of(List.of(declaration("b", "{}"), other)).token());
  }

  @Test
  public void anyChangeChangesTheTokens() {
    Declaration before = declaration("a", "{\"Echo\":\"x\"}");
    for (Declaration after :
        List.of(
            declaration("b", "{\"Echo\":\"x\"}"),
            declaration("a", "{\"Echo\":\"y\"}"),
            declaration("a", "{\"Echo\":[\"x\"]}"),
            declaration("a", "com.apple.configuration.management.other", "{\"Echo\":\"x\"}"))) {
      assertNotEquals(before.serverToken(), after.serverToken());
      assertNotEquals(
          DeclarationItems.of(List.of(before)).token(),
          DeclarationItems.of(List.of(after)).token());
    }
    assertNotEquals(DeclarationItems.NONE.token(), DeclarationItems.of(List.of(before)).token());
  }

  @Test
  public void theOrderOfAListIsContent() {
    assertNotEquals(
        declaration("a", "{\"Echo\":[1,2]}").serverToken(),
        declaration("a", "{\"Echo\":[2,1]}").serverToken());
  }

  @Test
  public void allFourListsAreThere() {
    String json = new String(DeclarationItems.NONE.toJson(), StandardCharsets.UTF_8);
    assertTrue(
        json,
        json.startsWith(
            "{\"Declarations\":{\"Activations\":[],\"Assets\":[],\"Configurations\":[],"
                + "\"Management\":[]},\"DeclarationsToken\":\""));
  }

  @Test
  public void aDeclarationIsFoundByItsKindOnly() {
    DeclarationItems items = DeclarationItems.of(List.of(declaration("a.b-c", "{}")));
    assertEquals(1, items.find(DeclarationKind.CONFIGURATION, "a.b-c").stream().count());
    assertEquals(Optional.empty(), items.find(DeclarationKind.ASSET, "a.b-c"));
  }

  @Test
  public void aMacGetsItWithItsToken() {
    Declaration one = declaration("a", "{\"Echo\":\"x\"}");
    assertEquals(
        "{\"Identifier\":\"a\",\"Type\":\""
            + TEST
            + "\",\"ServerToken\":\""
            + one.serverToken()
            + "\",\"Payload\":{\"Echo\":\"x\"}}",
        new String(one.toJson(), StandardCharsets.UTF_8));
  }

  @Test
  public void tokensHaveATimeInSeconds() {
    assertEquals(
        "{\"SyncTokens\":{\"DeclarationsToken\":\"t\",\"Timestamp\":\"2026-11-24T12:00:00Z\"}}",
        new String(
            new SyncTokens("t", Instant.parse("2026-11-24T12:00:00.75Z")).toJson(),
            StandardCharsets.UTF_8));
  }

  @Test
  public void whatNoMacCouldTakeIsRefused() {
    assertEquals("identifier", refused("", TEST, "{}"));
    assertEquals("identifier", refused("a/b", TEST, "{}"));
    assertEquals("identifier", refused("a".repeat(65), TEST, "{}"));
    assertEquals("type", refused("a", "com.apple.configuration", "{}"));
    assertEquals("type", refused("a", "com.apple.policy.x.y", "{}"));
    assertEquals("type", refused("a", "org.apple.configuration.x", "{}"));
    assertEquals("payload", refused("a", TEST, "[]"));
    assertEquals("payload", refused("a", TEST, "{\"a\":1,\"a\":2}"));
    assertEquals("payload", refused("a", TEST, "{} {}"));
    assertEquals("payload", refused("a", TEST, "{\"a\":".repeat(40) + "1" + "}".repeat(40)));
    assertEquals("payload", refused("a", TEST, "{\"a\":\"" + "x".repeat(200_000) + "\"}"));
  }

  @Test
  public void typesThatAppleAddsLaterAreTaken() {
    assertEquals(DeclarationKind.ASSET, declaration("a", "com.apple.asset.new.thing", "{}").kind());
  }

  @Test
  public void anActivationNamesConfigurations() {
    Declaration one =
        declaration(
            "a", "com.apple.activation.simple", "{\"StandardConfigurations\":[\"x\",\"y\"]}");
    assertEquals(List.of("x", "y"), one.activates());
    assertEquals(List.of(), declaration("b", "{}").activates());
  }

  @Test
  public void pathsHaveTwoWordsBeforeTheIdentifier() {
    assertEquals(
        Optional.of(new DeclarativeEndpoint.One(DeclarationKind.ASSET, "a.b-c/d")),
        DeclarativeEndpoint.parse("declaration/asset/a.b-c/d"));
    assertEquals(
        Optional.of(new DeclarativeEndpoint.Tokens()), DeclarativeEndpoint.parse("tokens"));
    for (String wrong :
        List.of(
            "",
            "token",
            "declaration",
            "declaration/asset",
            "declaration/asset/",
            "status/1",
            "declaration/thing/a",
            "declarations/asset/a",
            "/tokens",
            "declaration//a")) {
      assertEquals(wrong, Optional.empty(), DeclarativeEndpoint.parse(wrong));
    }
  }
}
