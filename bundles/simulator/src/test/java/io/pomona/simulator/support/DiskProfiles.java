package io.pomona.simulator.support;

import io.pomona.simulator.crypto.Certificates;
import io.pomona.simulator.crypto.Identity;
import io.pomona.simulator.wire.Plist;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;

/** Profiles that have to do with disk encryption, and what opens the envelopes that follow. */
public final class DiskProfiles {

  private static final String UUID = "9B1F2B60-0F0A-4C2E-8A3E-6A5B7F0C00";

  private DiskProfiles() {}

  /** Turns it on, deferred, and escrows for this certificate. */
  public static byte[] enforcing(String identifier, Identity escrow, Map<String, ?> more) {
    return profile(identifier, List.of(fileVault(more), escrow(UUID + "02"), certificate(escrow)));
  }

  public static byte[] escrowing(String identifier, Identity escrow) {
    return profile(identifier, List.of(escrow(UUID + "02"), certificate(escrow)));
  }

  public static byte[] escrowingForNobody(String identifier) {
    return profile(identifier, List.of(escrow(UUID + "99")));
  }

  public static byte[] fileVaultOnly(String identifier, Map<String, ?> keys) {
    Map<String, Object> payload = payload("com.apple.MCX.FileVault2", "01");
    payload.put("Enable", "On");
    payload.putAll(keys);
    return profile(identifier, List.of(payload));
  }

  private static Map<String, Object> fileVault(Map<String, ?> more) {
    Map<String, Object> payload = payload("com.apple.MCX.FileVault2", "01");
    payload.put("Enable", "On");
    payload.put("Defer", true);
    payload.putAll(more);
    return payload;
  }

  private static Map<String, Object> escrow(String certificateUuid) {
    Map<String, Object> payload = payload("com.apple.security.FDERecoveryKeyEscrow", "03");
    payload.put("Location", "Acme");
    payload.put("EncryptCertPayloadUUID", certificateUuid);
    return payload;
  }

  private static Map<String, Object> certificate(Identity escrow) {
    Map<String, Object> payload = payload("com.apple.security.pkcs1", "02");
    payload.put("PayloadContent", Certificates.der(escrow.certificate()));
    return payload;
  }

  private static Map<String, Object> payload(String type, String number) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("PayloadType", type);
    payload.put("PayloadVersion", 1);
    payload.put("PayloadIdentifier", "org.example.disk." + number);
    payload.put("PayloadUUID", UUID + number);
    return payload;
  }

  private static byte[] profile(String identifier, List<Map<String, Object>> payloads) {
    Map<String, Object> profile = payload("Configuration", "00");
    profile.put("PayloadIdentifier", identifier);
    profile.put("PayloadContent", new ArrayList<>(payloads));
    return Plist.of(profile).xml();
  }

  public static String open(byte[] envelope, Identity reader) throws CMSException {
    CMSEnvelopedData data = new CMSEnvelopedData(envelope);
    RecipientInformation recipient = data.getRecipientInfos().getRecipients().iterator().next();
    return new String(
        recipient.getContent(
            new JceKeyTransEnvelopedRecipient(reader.key())
                .setProvider(Certificates.BOUNCY_CASTLE)),
        StandardCharsets.UTF_8);
  }
}
