package io.pomona.simulator.apple.abm;

import io.pomona.simulator.mac.MacHardware;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was bought: the device as its seller entered it.
 *
 * @param family Apple's device_family: Mac, iPhone, iPad, AppleTV
 * @param os Apple's name of its system: OSX, iOS, tvOS
 */
public record AbmGoods(
    String serial,
    String model,
    String description,
    String color,
    String assetTag,
    String family,
    String os) {

  public static AbmGoods mac(String serial, String model) {
    return new AbmGoods(
        serial, model, model + " 8-CORE/16GB/512GB-ZEE", "SPACE GRAY", "", "Mac", "OSX");
  }

  /** The entry of a virtual Mac. */
  public static AbmGoods of(MacHardware mac) {
    return mac(mac.serial(), mac.modelName());
  }

  /** Something that is not a Mac, which most organizations have as well. */
  public static AbmGoods iPhone(String serial) {
    return new AbmGoods(serial, "iPhone 15", "IPHONE 15 128GB BLACK", "BLACK", "", "iPhone", "iOS");
  }

  public AbmGoods tagged(String tag) {
    return new AbmGoods(serial, model, description, color, tag, family, os);
  }

  /** Family and system came with version 2 of the protocol. */
  Map<String, Object> describe(int protocol) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("serial_number", serial);
    fields.put("model", model);
    fields.put("description", description);
    fields.put("color", color);
    if (!assetTag.isEmpty()) {
      fields.put("asset_tag", assetTag);
    }
    if (protocol >= 2) {
      fields.put("device_family", family);
      fields.put("os", os);
    }
    return fields;
  }

  Map<String, Object> saved() {
    return describe(Integer.MAX_VALUE);
  }

  static AbmGoods restored(AbmDocument fields) {
    return new AbmGoods(
        fields.text("serial_number").orElseThrow(),
        fields.text("model").orElse(""),
        fields.text("description").orElse(""),
        fields.text("color").orElse(""),
        fields.text("asset_tag").orElse(""),
        fields.text("device_family").orElse(""),
        fields.text("os").orElse(""));
  }
}
