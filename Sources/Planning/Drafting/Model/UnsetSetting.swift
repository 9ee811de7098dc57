import DataSyntax

/// Settings of an image that mean something where they are not set: Ovenproof takes them for that, container-structure-test
/// compares an empty text.
enum UnsetSetting {
  /// Why the two judge a value differently; nil where they judge alike.
  static func reason(_ property: String, _ value: JSONText) -> String? {
    switch (property, value) {
    case ("user", .string("root")):
      "Ovenproof takes an image that names no user for one of `root`, container-structure-test does not"
    case ("workdir", .string("/")):
      "Ovenproof takes an image that names no folder for one of `/`, container-structure-test does not"
    default: nil
    }
  }
}
