/// Which extended attributes travel with a layer: capabilities and the user's own; never the overlay's marks.
enum KeptAttributes {
  static func keeps(_ name: String) -> Bool {
    name == "security.capability" || (name.hasPrefix("user.") && !name.hasPrefix("user.overlay."))
  }
}
