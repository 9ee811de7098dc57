extension NodeFacts {
  /// The facts of a machine whose whole Ohai output is there.
  package init(ohai attributes: PlainValue) {
    func text(_ key: String) -> String? { attributes[key]?.string }
    self.init(
      platform: ChefPlatform(
        system: text("os"), family: text("platform_family"), name: text("platform"),
        version: text("platform_version")),
      attributes: attributes, isComplete: true)
    nodeName = text("fqdn") ?? text("hostname")
  }
}
